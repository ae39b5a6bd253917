package org.ecgdistill.evaluation.folds;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecgdistill.common.Words;

/** Names of persons that differ only in what a reader does not see: one person may then count as several. */
public final class SimilarNames {

    private static final int SHOWN = 3;

    private SimilarNames() {}

    /**
     * A sentence that names them, if there are any.
     *
     * @param subjects one per row, null where missing
     */
    public static Optional<String> doubt(Collection<String> subjects) {
        var alike = new TreeMap<String, TreeSet<String>>();
        subjects.stream().filter(Objects::nonNull).distinct().forEach(name -> alike.computeIfAbsent(
                        seen(name), seen -> new TreeSet<>())
                .add(name));
        var groups = alike.values().stream().filter(names -> names.size() > 1).toList();
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        var shown = groups.stream()
                .limit(SHOWN)
                .map(names -> Words.list(names.stream().toList()))
                .toList();
        var more = groups.size() - shown.size();
        return Optional.of("The subjects " + String.join(", ", shown)
                + (more > 0 ? " and those of " + Words.count(more, "more name", "more names") : "")
                + " differ only in upper and lower case, in spaces or in how their letters are stored: each counts as"
                + " another person. Always write a person's name in the same way (String Manipulation).");
    }

    /** The name as it looks on paper. */
    private static String seen(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
