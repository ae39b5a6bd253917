package org.ecgdistill.evaluation.folds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecgdistill.common.Words;

/**
 * What each fold holds, and what is wrong with the division.
 *
 * @param classes all labels in order of their names
 * @param folds one entry per fold, in order
 * @param findings sentences for the analyst; none if nothing is wrong
 */
public record FoldReport(List<String> classes, List<FoldSummary> folds, List<String> findings) {

    private static final int EXAMPLES = 3;

    public FoldReport {
        classes = List.copyOf(classes);
        folds = List.copyOf(folds);
        findings = List.copyOf(findings);
    }

    /**
     * @param labels one per row, null where missing
     * @param subjects one per row, null where missing; the list itself null if no subjects are known
     * @param folds one per row from 0, -1 for a row that takes no part
     */
    public static FoldReport of(List<String> labels, List<String> subjects, int[] folds) {
        var number = Arrays.stream(folds).max().orElse(-1) + 1;
        var classes = List.copyOf(
                new TreeSet<>(labels.stream().filter(Objects::nonNull).toList()));
        var classNumbers = new HashMap<String, Integer>();
        classes.forEach(label -> classNumbers.put(label, classNumbers.size()));

        var rows = new int[number];
        var counts = new int[number][classes.size()];
        var foldsOfSubject = new TreeMap<String, Set<Integer>>();
        for (var row = 0; row < folds.length; row++) {
            if (folds[row] < 0) {
                continue;
            }
            rows[folds[row]]++;
            if (labels.get(row) != null) {
                counts[folds[row]][classNumbers.get(labels.get(row))]++;
            }
            if (subjects != null && subjects.get(row) != null) {
                foldsOfSubject
                        .computeIfAbsent(subjects.get(row), subject -> new HashSet<>())
                        .add(folds[row]);
            }
        }
        var subjectsIn = new int[number];
        foldsOfSubject.values().forEach(set -> set.forEach(fold -> subjectsIn[fold]++));
        var summaries = new ArrayList<FoldSummary>();
        for (var fold = 0; fold < number; fold++) {
            var classCounts = Arrays.stream(counts[fold]).boxed().toList();
            summaries.add(new FoldSummary(fold, rows[fold], subjectsIn[fold], classCounts));
        }
        var findings = new ArrayList<String>();
        findings.addAll(leaks(subjects, foldsOfSubject));
        findings.addAll(lackingClasses(classes, summaries));
        findings.addAll(rowsLeftOut(folds));
        findings.addAll(rowsWithoutValue(labels, folds, "label"));
        if (subjects != null) {
            findings.addAll(rowsWithoutValue(subjects, folds, "subject"));
            SimilarNames.doubt(subjects).ifPresent(findings::add);
        }
        return new FoldReport(classes, summaries, findings);
    }

    private static List<String> leaks(List<String> subjects, Map<String, Set<Integer>> foldsOfSubject) {
        if (subjects == null) {
            return List.of(
                    "No subject column is chosen: rows of one person may lie in several folds, and then results look"
                            + " better than they are.");
        }
        var torn = foldsOfSubject.entrySet().stream()
                .filter(subject -> subject.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
        if (torn.isEmpty()) {
            return List.of();
        }
        return List.of((torn.size() == 1 ? "1 subject is" : torn.size() + " subjects are") + " in several folds ("
                + examples(torn)
                + "): a model is then tested on persons it has learnt from, and results look better than"
                + " they are.");
    }

    private static List<String> lackingClasses(List<String> classes, List<FoldSummary> folds) {
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
                        + "\": what is measured there says little about this class. Use fewer folds or more data.");
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
        return List.of((left == 1 ? "1 row has no fold and takes" : left + " rows have no fold and take")
                + " no part in the cross-validation, because a value is missing.");
    }

    /** Only a division that somebody else made can have these: ours leaves such rows out. */
    private static List<String> rowsWithoutValue(List<String> values, int[] folds, String what) {
        var without = 0;
        for (var row = 0; row < folds.length; row++) {
            if (folds[row] >= 0 && values.get(row) == null) {
                without++;
            }
        }
        if (without == 0) {
            return Collections.emptyList();
        }
        return List.of((without == 1 ? "1 row that is in a fold has" : without + " rows that are in a fold have")
                + " no " + what + ".");
    }

    private static String examples(List<String> names) {
        var shown = String.join(", ", names.subList(0, Math.min(EXAMPLES, names.size())));
        return names.size() > EXAMPLES ? shown + ", …" : shown;
    }
}
