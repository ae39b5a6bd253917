package org.ecgdistill.knime.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a node tells the analyst after it has run: short enough to be read, however much there is to say. */
public final class Warnings {

    private static final int MOST = 12;
    private static final int LONGEST = 600;

    private Warnings() {}

    /** One sentence to a line; of very many the first ones and how many more there are. Empty if there is nothing to say. */
    public static Optional<String> text(List<String> warnings) {
        if (warnings.isEmpty()) {
            return Optional.empty();
        }
        var lines = new ArrayList<>(warnings.stream()
                .distinct()
                .limit(MOST)
                .map(Warnings::shortened)
                .toList());
        var more = warnings.stream().distinct().count() - lines.size();
        if (more > 0) {
            lines.add("And " + more + " more " + (more == 1 ? "warning." : "warnings."));
        }
        return Optional.of(String.join("\n", lines));
    }

    /** Names in a table can be of any length. */
    private static String shortened(String sentence) {
        if (sentence.length() <= LONGEST) {
            return sentence;
        }
        var half = LONGEST / 2;
        return sentence.substring(0, half) + " … (" + (sentence.length() - LONGEST) + " more characters) … "
                + sentence.substring(sentence.length() - half);
    }
}
