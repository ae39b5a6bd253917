package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.distill.DistillationException;
import org.ecgdistill.distill.Teacher;
import org.ecgdistill.knime.common.PredictionNames;
import org.ecgdistill.knime.common.PredictionNames.Kind;
import org.ecgdistill.nn.training.LabelCode;

/**
 * Teachers that are columns of any node: one of the positive class's probability or logit for each teacher where there
 * are two classes, and one for each class where there are more, distinguished by the classes in their names.
 */
final class PlainTeachers {

    private PlainTeachers() {}

    /**
     * @param columns by name: one number for each example, null where missing
     * @param names of the columns
     * @param areLogits what columns hold if their names do not show it
     */
    static List<Teacher> of(Map<String, float[][]> columns, PredictionNames names, LabelCode code, boolean areLogits) {
        return code.logits() == 1 ? binary(columns, names, code, areLogits) : several(columns, names, code, areLogits);
    }

    private static List<Teacher> binary(
            Map<String, float[][]> columns, PredictionNames names, LabelCode code, boolean areLogits) {
        var positive = code.classes().get(1);
        var teachers = new ArrayList<Teacher>();
        columns.forEach((name, values) -> {
            var named = names.ofClass(name);
            if (named.isPresent() && !named.get().type().equals(positive)) {
                throw new DistillationException("The teacher \"" + name + "\" predicts the class \""
                        + named.get().type() + "\", but the positive class of the student is \"" + positive
                        + "\". Choose the teacher's column for that class.");
            }
            teachers.add(teacher(name, List.<float[][]>of(values), areLogits));
        });
        return teachers;
    }

    private static List<Teacher> several(
            Map<String, float[][]> columns, PredictionNames names, LabelCode code, boolean areLogits) {
        var byTeacher = new LinkedHashMap<String, Map<String, float[][]>>();
        columns.forEach((name, values) -> {
            var named = names.ofClass(name)
                    .orElseThrow(() -> new DistillationException("The student distinguishes "
                            + code.classes().size() + " classes, but the column \"" + name
                            + "\" of its teacher does not name a class. A column for each class is needed, named like \"P"
                            + " (Class=" + code.classes().get(0) + ")\"."));
            byTeacher
                    .computeIfAbsent(named.ofAllClasses(), teacher -> new LinkedHashMap<>())
                    .put(named.type(), values);
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
            teachers.add(teacher(name, values, areLogits));
        });
        return teachers;
    }

    private static Teacher teacher(String name, List<float[][]> classes, boolean areLogits) {
        var isLogit = Kind.LOGIT.includes(name) || areLogits && !Kind.PROBABILITY.includes(name);
        var rows = together(classes);
        return isLogit ? new Teacher(name, List.<float[][]>of(rows), true) : Teacher.ofProbabilities(name, rows);
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
