package org.ecgdistill.distill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecgdistill.nn.training.Design;

/**
 * The subjects of a fold's training side whose labels are known when labels are scarce: a share of the subjects of each
 * class, at least one, in a random order. The subjects of a smaller share are among those of a larger one. A subject with
 * several labels counts for the rarest of them; each label that it has is known.
 */
public final class LabelledShare {

    private final Map<String, List<Integer>> rowsOf = new LinkedHashMap<>();

    /** By the label that they count for, in the order in which they become known. */
    private final Map<String, List<String>> strata = new TreeMap<>();

    /** The subjects of even the smallest share: they have all labels. */
    private final Set<String> first = new LinkedHashSet<>();

    /**
     * @param design with the labels of all rows that have one
     * @param fold the fold that is left out; -1 for none
     */
    public LabelledShare(Design design, int fold, long seed) {
        var labels = design.labels();
        IntStream.range(0, labels.size())
                .filter(row -> labels.get(row) != null)
                .filter(row -> design.folds().length == 0 || design.folds()[row] >= 0 && design.folds()[row] != fold)
                .forEach(row -> rowsOf.computeIfAbsent(design.subjectOf(row), name -> new ArrayList<>())
                        .add(row));
        var labelsOf = new HashMap<String, Set<String>>();
        var subjectsWith = new HashMap<String, Integer>();
        rowsOf.forEach((subject, rows) -> {
            labelsOf.put(subject, rows.stream().map(labels::get).collect(Collectors.toSet()));
            labelsOf.get(subject).forEach(label -> subjectsWith.merge(label, 1, Integer::sum));
        });
        for (var subject : rowsOf.keySet()) {
            var rarest = labelsOf.get(subject).stream()
                    .min(Comparator.<String>comparingInt(subjectsWith::get).thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            strata.computeIfAbsent(rarest, label -> new ArrayList<>()).add(subject);
        }
        var random = new SplittableRandom(seed);
        strata.values().forEach(subjects -> shuffle(subjects, random));
        strata.values().forEach(subjects -> first.add(subjects.get(0)));
        var covered = first.stream()
                .flatMap(subject -> labelsOf.get(subject).stream())
                .collect(Collectors.toSet());
        for (var label : new TreeSet<>(subjectsWith.keySet())) {
            if (!covered.contains(label)) {
                var other = strata.values().stream()
                        .flatMap(List::stream)
                        .filter(subject -> labelsOf.get(subject).contains(label))
                        .findFirst()
                        .orElseThrow();
                first.add(other);
                covered.addAll(labelsOf.get(other));
            }
        }
        // They come first, the others keep their order.
        strata.values().forEach(subjects -> subjects.sort(Comparator.comparing(subject -> !first.contains(subject))));
    }

    /** The rows whose label is known; those of all classes. */
    public Set<Integer> rows(double share) {
        var known = new HashSet<Integer>();
        for (var subjects : strata.values()) {
            var wanted = (int) Math.round(share * subjects.size());
            for (var i = 0; i < subjects.size() && (i < wanted || first.contains(subjects.get(i))); i++) {
                known.addAll(rowsOf.get(subjects.get(i)));
            }
        }
        return known;
    }

    private static void shuffle(List<String> subjects, SplittableRandom random) {
        for (var i = subjects.size() - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var subject = subjects.get(i);
            subjects.set(i, subjects.get(j));
            subjects.set(j, subject);
        }
    }
}
