package org.ecgdistill.nn.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.ecgdistill.evaluation.study.LabelClasses;
import org.ecgdistill.nn.NetworkException;

/**
 * How labels become numbers that a network learns.
 *
 * @param classes what the network distinguishes; of two the second is the positive one, which the single logit stands for
 * @param positive the label that is set against the rest, empty with several classes
 */
public record LabelCode(List<String> classes, Optional<String> positive) {

    /** More labels than this are names rather than classes. */
    private static final int MOST = 500;

    public LabelCode {
        classes = List.copyOf(classes);
    }

    /**
     * Two labels, or a positive class among several, give one logit; several classes give one logit each.
     *
     * @param labels null where missing
     * @param wanted the positive class; without it the rarer of two labels
     */
    public static LabelCode of(List<String> labels, Optional<String> wanted) {
        var counts = new TreeMap<String, Integer>();
        labels.stream().filter(Objects::nonNull).forEach(label -> counts.merge(label, 1, Integer::sum));
        var names = new ArrayList<>(counts.keySet());
        if (names.size() < 2 || names.size() > MOST) {
            throw new NetworkException("The label column holds "
                    + (names.isEmpty()
                            ? "no label"
                            : names.size() == 1
                                    ? "only one label, \"" + names.get(0) + "\""
                                    : names.size() + " different labels, too many for classes")
                    + ". Choose the column with the classes to distinguish.");
        }
        if (wanted.isPresent() && !names.contains(wanted.get())) {
            throw new NetworkException("No row has the positive class \"" + wanted.get() + "\". The labels are "
                    + String.join(", ", names.subList(0, Math.min(10, names.size()))) + ".");
        }
        var found = LabelClasses.of(counts, wanted);
        var classes = found.names();
        return found.positive()
                .map(positive -> new LabelCode(
                        List.of(classes.get(1 - positive), classes.get(positive)), Optional.of(classes.get(positive))))
                .orElseGet(() -> new LabelCode(classes, Optional.empty()));
    }

    /**
     * The classes that a teacher distinguishes, if labels do not show them.
     *
     * @param taught the teacher's classes: one that is set against the rest, two of which the second is the positive one,
     *     or more
     * @param wanted the positive class
     */
    public static LabelCode ofTeacher(List<String> taught, Optional<String> wanted) {
        if (wanted.isPresent() && !taught.contains(wanted.get())) {
            throw new NetworkException("There are no labels, and the teacher does not predict the positive class \""
                    + wanted.get() + "\". It predicts " + String.join(", ", taught) + ".");
        }
        if (taught.size() == 2) {
            var positive = wanted.orElse(taught.get(1));
            var other = taught.get(positive.equals(taught.get(1)) ? 0 : 1);
            return new LabelCode(List.of(other, positive), Optional.of(positive));
        }
        var alone = taught.size() == 1 ? Optional.of(taught.get(0)) : wanted;
        return alone.map(positive -> new LabelCode(List.of("not " + positive, positive), Optional.of(positive)))
                .orElseGet(() -> new LabelCode(taught, Optional.empty()));
    }

    /** How many logits a network has that learns these labels. */
    public int logits() {
        return positive.isPresent() ? 1 : classes.size();
    }

    /** The class of a label, null for a missing one. */
    public String name(String label) {
        return label == null || positive.isEmpty() ? label : classes.get(label.equals(positive.get()) ? 1 : 0);
    }

    /** The labels as the target {@link Examples#LABEL}; rows without a label hold zeros, and are not learnt from. */
    public float[][] targets(List<String> labels) {
        var targets = new float[labels.size()][logits()];
        for (var row = 0; row < targets.length; row++) {
            var type = labels.get(row) == null ? -1 : classes.indexOf(name(labels.get(row)));
            if (positive.isPresent()) {
                targets[row][0] = Math.max(0, type);
            } else if (type >= 0) {
                targets[row][type] = 1;
            }
        }
        return targets;
    }
}
