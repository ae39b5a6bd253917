package org.ecgdistill.evaluation.folds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ecgdistill.common.Words;

/**
 * What each fold holds, and what is wrong with the division.
 *
 * @param classes all labels in order of their names
 * @param folds one entry per fold, in order
 * @param findings sentences for the analyst; empty if nothing is wrong
 */
public record FoldReport(List<String> classes, List<Fold> folds, List<String> findings) {

    private static final int EXAMPLES = 3;
    private static final String NO_SUBJECTS =
            "No subject column is chosen: rows of one person may lie in several folds, and then results look"
                    + " better than they are.";

    /**
     * What one fold holds.
     *
     * @param fold its number, from 0
     * @param rows in it
     * @param subjects in it; rows without a subject are not counted
     * @param classCounts rows of each class, in the report's order
     */
    public record Fold(int fold, int rows, int subjects, List<Integer> classCounts) {

        public Fold {
            classCounts = List.copyOf(classCounts);
        }
    }

    public FoldReport {
        classes = List.copyOf(classes);
        folds = List.copyOf(folds);
        findings = List.copyOf(findings);
    }

    /**
     * @param labels one per row, null where missing
     * @param subjects one per row, null where missing; empty if no subjects are known
     * @param folds one per row from 0, -1 for a row that takes no part
     */
    public static FoldReport of(List<String> labels, Optional<List<String>> subjects, int[] folds) {
        var number = Arrays.stream(folds).max().orElse(-1) + 1;
        var classes = List.copyOf(
                new TreeSet<>(labels.stream().filter(Objects::nonNull).toList()));
        var classNumbers = new HashMap<String, Integer>();
        classes.forEach(label -> classNumbers.put(label, classNumbers.size()));

        var rows = new int[number];
        var counts = new int[number][classes.size()];
        for (var row = 0; row < folds.length; row++) {
            if (folds[row] < 0) {
                continue;
            }
            rows[folds[row]]++;
            if (labels.get(row) != null) {
                counts[folds[row]][classNumbers.get(labels.get(row))]++;
            }
        }
        var subjectsIn = subjectsIn(subjects, folds, number);
        var summaries = new ArrayList<Fold>();
        for (var fold = 0; fold < number; fold++) {
            var classCounts = Arrays.stream(counts[fold]).boxed().toList();
            summaries.add(new Fold(fold, rows[fold], subjectsIn.get(fold).size(), classCounts));
        }
        var findings = new ArrayList<String>();
        subjects.map(names -> SubjectDoubts.severalFolds(names, folds))
                .orElse(Optional.of(NO_SUBJECTS))
                .ifPresent(findings::add);
        findings.addAll(lackingClasses(classes, summaries));
        findings.addAll(rowsLeftOut(folds));
        findings.addAll(rowsWithoutValue(labels, folds, "label"));
        subjects.ifPresent(names -> {
            findings.addAll(rowsWithoutValue(names, folds, "subject"));
            SubjectDoubts.similarNames(names).ifPresent(findings::add);
        });
        return new FoldReport(classes, summaries, findings);
    }

    /** The subjects of each fold. */
    private static List<Set<String>> subjectsIn(Optional<List<String>> subjects, int[] folds, int number) {
        var subjectsIn =
                Stream.<Set<String>>generate(HashSet::new).limit(number).toList();
        for (var row = 0; row < folds.length && subjects.isPresent(); row++) {
            var subject = subjects.get().get(row);
            if (folds[row] >= 0 && subject != null) {
                subjectsIn.get(folds[row]).add(subject);
            }
        }
        return subjectsIn;
    }

    private static List<String> lackingClasses(List<String> classes, List<Fold> folds) {
        var findings = new ArrayList<String>();
        var more = 0;
        for (var label = 0; label < classes.size(); label++) {
            var index = label;
            var lacking = folds.stream()
                    .filter(fold -> fold.classCounts().get(index) == 0)
                    .map(fold -> String.valueOf(fold.fold()))
                    .toList();
            if (!lacking.isEmpty() && findings.size() == EXAMPLES) {
                more++;
            } else if (!lacking.isEmpty()) {
                findings.add((lacking.size() == 1
                                ? "Fold " + lacking.get(0) + " has"
                                : "Folds " + examples(lacking) + " have")
                        + " no row of class \"" + classes.get(label)
                        + "\": figures there do not cover this class. Use fewer folds or more data.");
            }
        }
        if (more > 0) {
            findings.add("And " + Words.count(more, "more class is", "more classes are") + " missing in some folds.");
        }
        return findings;
    }

    private static List<String> rowsLeftOut(int[] folds) {
        var left = Arrays.stream(folds).filter(fold -> fold < 0).count();
        if (left == 0) {
            return List.of();
        }
        return List.of((left == 1 ? "1 row has no fold and takes" : Words.count(left) + " rows have no fold and take")
                + " no part in the cross-validation, because a value is missing.");
    }

    /** Only given folds can have these: {@link FoldAssigner} leaves such rows out. */
    private static List<String> rowsWithoutValue(List<String> values, int[] folds, String what) {
        var without = 0;
        for (var row = 0; row < folds.length; row++) {
            if (folds[row] >= 0 && values.get(row) == null) {
                without++;
            }
        }
        if (without == 0) {
            return List.of();
        }
        return List.of((without == 1 ? "1 row that is in a fold has" : without + " rows that are in a fold have")
                + " no " + what + ".");
    }

    private static String examples(List<String> names) {
        var shown = String.join(", ", names.subList(0, Math.min(EXAMPLES, names.size())));
        return names.size() > EXAMPLES ? shown + ", …" : shown;
    }
}
