package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecgdistill.distill.DistillationException;
import org.ecgdistill.distill.Teacher;
import org.ecgdistill.nn.training.LabelCode;

/**
 * Teachers that are columns of any node: one of the positive class's probability or logit for each teacher where there
 * are two classes, and one for each class where there are more, told apart by "…=CLASS)" in their names, as KNIME's
 * learners and ours write them.
 */
final class PlainTeachers {

    private static final Pattern OF_CLASS = Pattern.compile("(.*?)=(.*?)\\)(.*)");

    private PlainTeachers() {}

    /**
     * @param columns by name: one number for each example, null where missing
     * @param areLogits what columns hold whose names do not say it
     */
    static List<Teacher> of(Map<String, float[][]> columns, LabelCode code, boolean areLogits) {
        return code.logits() == 1 ? binary(columns, code, areLogits) : several(columns, code, areLogits);
    }

    private static List<Teacher> binary(Map<String, float[][]> columns, LabelCode code, boolean areLogits) {
        var positive = code.classes().get(1);
        var teachers = new ArrayList<Teacher>();
        columns.forEach((name, values) -> {
            var named = named(name, code.classes());
            if (named.isPresent() && !named.get().type().equals(positive)) {
                throw new DistillationException("The teacher \"" + name + "\" predicts the class \""
                        + named.get().type() + "\", but the student looks for \"" + positive
                        + "\". Choose the teacher's column for that class.");
            }
            teachers.add(teacher(name, List.<float[][]>of(values), areLogits));
        });
        return teachers;
    }

    private static List<Teacher> several(Map<String, float[][]> columns, LabelCode code, boolean areLogits) {
        var byTeacher = new LinkedHashMap<String, Map<String, float[][]>>();
        columns.forEach((name, values) -> {
            var named = named(name, code.classes())
                    .orElseThrow(() -> new DistillationException("The student tells "
                            + code.classes().size() + " classes apart, but the teacher \"" + name
                            + "\" does not say of which class it speaks. A column for each class is needed, called like \"P"
                            + " (Class=" + code.classes().get(0) + ")\"."));
            byTeacher
                    .computeIfAbsent(named.teacher(), teacher -> new LinkedHashMap<>())
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
        var isLogit = name.startsWith("Logit (") || areLogits && !name.startsWith("P (");
        var rows = new float[classes.get(0).length][];
        for (var row = 0; row < rows.length; row++) {
            var own = row;
            if (classes.stream().allMatch(one -> one[own] != null)) {
                rows[row] = new float[classes.size()];
                for (var type = 0; type < classes.size(); type++) {
                    rows[row][type] = classes.get(type)[row][0];
                }
            }
        }
        return isLogit ? new Teacher(name, List.<float[][]>of(rows), true) : Teacher.ofProbabilities(name, rows);
    }

    /**
     * @param teacher the column's name without the class
     * @param type the class
     */
    private record Named(String teacher, String type) {}

    /** A class may have brackets and equals signs in its name: one that the student knows is recognised as a whole. */
    private static Optional<Named> named(String column, List<String> classes) {
        var known = classes.stream()
                .filter(type -> column.contains("=" + type + ")"))
                .max(Comparator.comparingInt(String::length));
        if (known.isPresent()) {
            var at = column.indexOf("=" + known.get() + ")");
            var rest = column.substring(at + known.get().length() + 2);
            return Optional.of(new Named(column.substring(0, at) + "=…)" + rest, known.get()));
        }
        var match = OF_CLASS.matcher(column);
        return match.matches()
                ? Optional.of(new Named(match.group(1) + "=…)" + match.group(3), match.group(2)))
                : Optional.empty();
    }
}
