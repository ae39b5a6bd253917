package org.ecgdistill.evaluation.folds;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecgdistill.common.Words;

/** Reasons to doubt a division: one person in several folds, or one person under several names. */
public final class SubjectDoubts {

    private static final int SHOWN = 3;

    private SubjectDoubts() {}

    /**
     * A sentence that names the subjects that are in several folds, if there are any.
     *
     * @param subjects one per row, null where missing
     * @param folds one per row, -1 for a row that takes no part
     */
    public static Optional<String> severalFolds(List<String> subjects, int[] folds) {
        var firstFold = new HashMap<String, Integer>();
        var torn = new TreeSet<String>();
        for (var row = 0; row < folds.length; row++) {
            var subject = subjects.get(row);
            if (folds[row] >= 0 && subject != null) {
                var before = firstFold.putIfAbsent(subject, folds[row]);
                if (before != null && before != folds[row]) {
                    torn.add(subject);
                }
            }
        }
        return torn.isEmpty()
                ? Optional.empty()
                : Optional.of((torn.size() == 1 ? "Subject " : "Subjects ") + Words.list(List.copyOf(torn))
                        + (torn.size() == 1 ? " is" : " are")
                        + " in several folds: models are tested on people they have learnt from, and the figures look"
                        + " better than they are. Assign folds by subject before training.");
    }

    /**
     * A sentence that names subjects that differ only in what a reader does not see, if there are any.
     *
     * @param subjects one per row, null where missing
     */
    public static Optional<String> similarNames(Collection<String> subjects) {
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
                + " a person of its own. Always write a person's name in the same way (String Manipulation).");
    }

    /** The name as it looks on paper. */
    private static String seen(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
