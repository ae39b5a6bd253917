package org.ecgdistill.distill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ecgdistill.common.Words;
import org.ecgdistill.model.Ensemble;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Examples;

/**
 * The teachers of one student. The student of a fold learns only from those models that have not seen the fold; the
 * student of all rows learns about each row from the model that has not seen it. Several teachers act as one: by the
 * mean of their probabilities.
 */
public final class Teachers {

    /** The target with the teachers' logits: (rows, logits). */
    public static final String LOGITS = "teacher logits";

    /** The target with a teacher's activations before its last layer: (rows, features). */
    public static final String FEATURES = "teacher features";

    /** The target with where in time a teacher looks: (rows, steps). */
    public static final String ATTENTION = "teacher attention";

    private final List<Teacher> teachers;

    /** The teachers' predictions, as a target of the student: {@link #LOGITS} or {@link #ATTENTION}. */
    private final String target;

    private final Optional<TeacherFeatures> features;
    private final Design given;
    private final boolean isAlone;
    private final boolean[] isHeard;

    private Teachers(
            List<Teacher> teachers, String target, Optional<TeacherFeatures> features, Design design, boolean isAlone) {
        this.teachers = List.copyOf(teachers);
        this.target = target;
        this.features = features;
        this.given = design;
        this.isAlone = isAlone;
        this.isHeard = new boolean[design.labels().size()];
        for (var row = 0; row < isHeard.length; row++) {
            isHeard[row] = isHeard(row);
        }
    }

    /** No teacher: from scratch. */
    public static Teachers none(Design design) {
        return new Teachers(List.of(), LOGITS, Optional.empty(), design, false);
    }

    /**
     * Teachers by their predictions.
     *
     * @param design of the student
     * @param logits how many the student gives
     * @throws DistillationException if a teacher does not suit this student
     */
    public static Teachers of(List<Teacher> teachers, Design design, int logits) {
        for (var teacher : teachers) {
            if (!teacher.isPlain()) {
                checkParts("teacher", teacher.column(), teacher.parts(), design);
            }
            checkWidth(teacher, logits);
            teacher.checkVaries();
        }
        return checked(new Teachers(teachers, LOGITS, Optional.empty(), design, false));
    }

    /**
     * A teacher by its features.
     *
     * @param width how many features the student has before its last layer
     */
    public static Teachers of(TeacherFeatures features, Design design, int logits, int width) {
        checkParts("teacher's features", features.column(), features.parts(), design);
        if (features.width() != width || features.finalLayers().get(0).length != logits) {
            throw new DistillationException("The teacher's features \"" + features.column() + "\" are "
                    + features.width() + " for "
                    + features.finalLayers().get(0).length
                    + " logit(s), but the student has " + width + " for " + logits
                    + ". Train the teacher on the same label column, with a bottleneck of as many units as the"
                    + " student.");
        }
        return checked(new Teachers(List.of(), LOGITS, Optional.of(features), design, false));
    }

    /** A teacher by where in time it looks. */
    public static Teachers ofAttention(Teacher attention, Design design) {
        checkParts("teacher's attention", attention.column(), attention.parts(), design);
        attention.checkVaries();
        return checked(new Teachers(List.of(attention), ATTENTION, Optional.empty(), design, false));
    }

    private static Teachers checked(Teachers teachers) {
        if (IntStream.range(0, teachers.isHeard.length).noneMatch(row -> teachers.isHeard[row])) {
            throw new DistillationException(
                    "There is no row for which all teachers have a prediction. Choose fewer teachers, or others.");
        }
        return teachers;
    }

    private static void checkParts(String what, String column, List<float[][]> parts, Design design) {
        var folds = design.numberOfFolds();
        if (folds == 0 || parts.size() == folds) {
            return;
        }
        throw new DistillationException(
                parts.size() == 1
                        ? "The " + what + " \"" + column + "\" comes from one model of all rows: it has learnt from the"
                                + " rows that this student is to be tested on. Cross-validate the teacher with the same"
                                + " fold column."
                        : "The " + what + " \"" + column + "\" comes from a cross-validation with " + parts.size()
                                + " folds, but the fold column here has " + folds
                                + ". Train teacher and student with the same fold column.");
    }

    private static void checkWidth(Teacher teacher, int logits) {
        for (var part : teacher.parts()) {
            for (var row = 0; row < part.length; row++) {
                if (part[row] != null && part[row].length != logits) {
                    throw new DistillationException("The teacher \"" + teacher.column() + "\" gives "
                            + part[row].length + " logit(s) for row " + (row + 1) + ", but the student gives " + logits
                            + ". Train teacher and student on the same label column and positive class.");
                }
            }
        }
    }

    private boolean isHeard(int row) {
        return teachers.stream().flatMap(teacher -> teacher.parts().stream()).allMatch(part -> part[row] != null)
                && features.stream()
                        .flatMap(teacher -> teacher.parts().stream())
                        .allMatch(part -> part[row] != null);
    }

    /** The same, which also teach by their predictions alone, for rows without a label. */
    public Teachers alsoWithoutLabels() {
        return new Teachers(teachers, target, features, given, true);
    }

    /** The rows for which the teachers' predictions are all that is known. */
    private int[] unlabelled() {
        return IntStream.range(0, isHeard.length)
                .filter(row ->
                        isAlone && !isNone() && isHeard[row] && given.labels().get(row) == null)
                .toArray();
    }

    /** Whether they show a student which classes there are: where a teacher looks does not. */
    boolean showClasses() {
        return !target.equals(ATTENTION);
    }

    private boolean isNone() {
        return teachers.isEmpty() && features.isEmpty();
    }

    /** The student's design: rows for which a teacher has no prediction are predicted, but not learnt from. */
    public Design design() {
        var labels = new ArrayList<>(given.labels());
        for (var row = 0; row < isHeard.length; row++) {
            if (!isHeard[row]) {
                labels.set(row, null);
            }
        }
        return given.with(labels, unlabelled());
    }

    /** What the analyst should know. */
    public List<String> warnings() {
        var warnings = new ArrayList<String>();
        var silent = IntStream.range(0, isHeard.length)
                .filter(row -> !isHeard[row] && given.labels().get(row) != null)
                .count();
        if (silent > 0) {
            warnings.add("Nothing is learnt from " + silent + (silent == 1 ? " row" : " rows")
                    + " for which a teacher has no prediction.");
        }
        var alone = unlabelled().length;
        var taught = design().unlabelledWithout(-1).length;
        if (taught > 0) {
            warnings.add(Words.count(taught, "row", "rows") + " without a label " + (taught == 1 ? "was" : "were")
                    + " learnt from by the teacher's predictions alone.");
        }
        if (alone > taught) {
            warnings.add("Nothing is learnt from " + Words.count(alone - taught, "row", "rows")
                    + " without a label, a subject and a fold: their subjects may be among those of a fold.");
        }
        for (var teacher : teachers) {
            if (given.numberOfFolds() > 0) {
                teacher.doubt().ifPresent(warnings::add);
            }
        }
        return warnings;
    }

    /** The rows as the student of each fold may see them, -1 for the student of all rows. */
    public IntFunction<Examples> examples(Examples rows) {
        return fold -> {
            var targets = new HashMap<>(rows.targets());
            if (!teachers.isEmpty()) {
                targets.put(target, answers(fold));
            }
            features.ifPresent(
                    teacher -> targets.put(FEATURES, filled(teacher.parts().get(part(fold)), teacher.width())));
            return new Examples(rows.leads(), rows.signals(), targets);
        };
    }

    /** The features that a student of features is aligned to. */
    Optional<TeacherFeatures> features() {
        return features;
    }

    /**
     * Which teacher's features the student of a fold is aligned to. The features of two models have nothing to do with
     * each other, so the student of all rows has to take one model's.
     */
    static int part(int fold) {
        return Math.max(0, fold);
    }

    private float[][] answers(int fold) {
        var answers = new float[isHeard.length][];
        var width = teachers.stream()
                .flatMap(teacher -> teacher.parts().stream())
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .mapToInt(row -> row.length)
                .findFirst()
                .orElse(1);
        for (var row = 0; row < answers.length; row++) {
            var current = row;
            answers[row] = isHeard[row]
                    ? together(teachers.stream()
                            .map(teacher -> together(voices(teacher, fold, current)))
                            .toList())
                    : new float[width];
        }
        return answers;
    }

    private float[] together(List<float[]> voices) {
        return target.equals(LOGITS) ? Ensemble.mean(voices) : Ensemble.plainMean(voices);
    }

    /** The models of a teacher from which the student of a fold may learn about a row. */
    private List<float[]> voices(Teacher teacher, int fold, int row) {
        if (teacher.isPlain()) {
            return List.of(teacher.parts().get(0)[row]);
        }
        var unseen = fold >= 0 ? fold : given.folds().length == 0 ? -1 : given.folds()[row];
        return unseen >= 0
                ? List.of(teacher.parts().get(unseen)[row])
                : teacher.parts().stream().map(part -> part[row]).toList();
    }

    private static float[][] filled(float[][] rows, int width) {
        var filled = rows.clone();
        for (var row = 0; row < filled.length; row++) {
            filled[row] = filled[row] == null ? new float[width] : filled[row];
        }
        return filled;
    }
}
