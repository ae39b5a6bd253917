package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ecgdistill.distill.DistillationException;
import org.ecgdistill.distill.Teacher;
import org.ecgdistill.evaluation.study.Exposure;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.knime.common.PredictionNames;
import org.ecgdistill.knime.common.PredictionNames.Kind;
import org.ecgdistill.nn.training.LabelCode;

/**
 * Teachers that are columns of any node: one of the positive class's probability or logit for each teacher where there
 * are two classes, and one for each class where there are more, distinguished by the classes in their names.
 */
final class PlainTeachers {

    /** Probabilities of classes that exclude each other add up to this, apart from rounding. */
    private static final double MOST = 1.01;

    private final PredictionNames names;
    private final LabelCode code;
    private final boolean areLogits;
    private final Function<String, ModelFacts> facts;

    /**
     * @param names of the columns
     * @param code of the student
     * @param areLogits what columns hold if their names do not show it
     * @param facts of the model of a column
     */
    PlainTeachers(PredictionNames names, LabelCode code, boolean areLogits, Function<String, ModelFacts> facts) {
        this.names = names;
        this.code = code;
        this.areLogits = areLogits;
        this.facts = facts;
    }

    /** @param columns by name: one number for each example, null where missing */
    List<Teacher> of(Map<String, float[][]> columns) {
        return code.logits() == 1 ? binary(columns) : several(columns);
    }

    private List<Teacher> binary(Map<String, float[][]> columns) {
        var positive = code.classes().get(1);
        var teachers = new ArrayList<Teacher>();
        columns.forEach((name, values) -> {
            var named = names.ofClass(name);
            if (named.isPresent() && !named.get().type().equals(positive)) {
                throw new DistillationException("The teacher \"" + name + "\" predicts the class \""
                        + named.get().type() + "\", but the positive class of the student is \"" + positive
                        + "\". Choose the teacher's column for that class.");
            }
            teachers.add(teacher(name, List.of(name), List.<float[][]>of(values)));
        });
        return teachers;
    }

    private List<Teacher> several(Map<String, float[][]> columns) {
        var byTeacher = new LinkedHashMap<String, Map<String, float[][]>>();
        var columnsOf = new LinkedHashMap<String, List<String>>();
        columns.forEach((name, values) -> {
            var named = names.ofClass(name)
                    .orElseThrow(() -> new DistillationException("The student distinguishes "
                            + code.classes().size() + " classes, but the column \"" + name
                            + "\" of its teacher does not name a class. A column for each class is needed, named like \"P"
                            + " (Class=" + code.classes().get(0) + ")\"."));
            byTeacher
                    .computeIfAbsent(named.ofAllClasses(), teacher -> new LinkedHashMap<>())
                    .put(named.type(), values);
            columnsOf
                    .computeIfAbsent(named.ofAllClasses(), teacher -> new ArrayList<>())
                    .add(name);
        });
        var teachers = new ArrayList<Teacher>();
        byTeacher.forEach((name, classes) -> {
            var values = new ArrayList<float[][]>();
            for (var type : code.classes()) {
                values.add(Optional.ofNullable(classes.get(type))
                        .orElseThrow(() -> new DistillationException("The teacher \"" + name.replace("=…", "=" + type)
                                + "\" is not chosen, but the student needs a column for each class. Choose the columns"
                                + " for " + String.join(", ", code.classes()) + ".")));
            }
            teachers.add(teacher(name, columnsOf.get(name), values));
        });
        return teachers;
    }

    private Teacher teacher(String name, List<String> columns, List<float[][]> classes) {
        var isLogit = Kind.LOGIT.includes(name) || areLogits && !Kind.PROBABILITY.includes(name);
        var rows = together(classes);
        var exposures =
                columns.stream().map(column -> facts.apply(column).exposure()).toList();
        var exposure = exposures.contains(Exposure.SEEN)
                ? Exposure.SEEN
                : exposures.contains(Exposure.UNKNOWN) ? Exposure.UNKNOWN : Exposure.UNSEEN;
        if (isLogit) {
            return Teacher.ofLogits(name, rows, exposure);
        }
        if (columns.stream().map(facts).allMatch(PretrainedColumns::isPretrained)) {
            checkExclusive(name, rows);
        }
        return Teacher.ofProbabilities(name, rows, exposure);
    }

    /** A model that gives each class its own yes or no can't teach a student to choose one of several. */
    private static void checkExclusive(String name, float[][] rows) {
        for (var row = 0; row < rows.length; row++) {
            var sum = 0.0;
            for (var i = 0; rows[row] != null && i < rows[row].length; i++) {
                sum += rows[row][i];
            }
            if (sum > MOST) {
                throw new DistillationException("The probabilities of the teacher \"" + name + "\" add up to "
                        + String.format(Locale.ROOT, "%.2f", sum) + " in row " + (row + 1)
                        + ": it may predict several labels at once, but the student chooses one of several classes."
                        + " Give the positive class, so that the student learns one class against all others, or"
                        + " choose another teacher.");
            }
        }
    }

    /** The numbers of several columns, row by row; null where one is missing. */
    static float[][] together(List<float[][]> columns) {
        var rows = new float[columns.get(0).length][];
        for (var row = 0; row < rows.length; row++) {
            var number = row;
            if (columns.stream().allMatch(column -> column[number] != null)) {
                rows[row] = new float[columns.size()];
                for (var i = 0; i < columns.size(); i++) {
                    rows[row][i] = columns.get(i)[row][0];
                }
            }
        }
        return rows;
    }
}
