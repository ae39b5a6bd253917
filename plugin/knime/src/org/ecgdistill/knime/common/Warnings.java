package org.ecgdistill.knime.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The warnings of a node after it has run, shortened to a readable length. */
public final class Warnings {

    private static final int MOST = 12;
    private static final int LONGEST = 600;

    private Warnings() {}

    /** One sentence per line; of a long list, the first ones and the number of the others. Empty without warnings. */
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
