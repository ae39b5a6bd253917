package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.common.Words;
import org.ecgdistill.distill.DistillationException;
import org.ecgdistill.distill.SameFolds;
import org.ecgdistill.distill.Teacher;
import org.ecgdistill.distill.TeacherFeatures;
import org.ecgdistill.distill.Teachers;
import org.ecgdistill.knime.common.PredictionNames;
import org.ecgdistill.knime.common.PredictionNames.Kind;
import org.ecgdistill.knime.common.Rows;
import org.ecgdistill.knime.common.Signals;
import org.ecgdistill.nn.training.LabelCode;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Reads the teachers' predictions for the rows of a table: what {@link TeacherColumns} has written, or any node's numbers. */
public final class TeacherReader {

    private final DataTableSpec spec;
    private final DistillationParameters parameters;
    private final ChosenTeachers chosen;

    public TeacherReader(DataTableSpec spec, DistillationParameters parameters) {
        this.spec = spec;
        this.parameters = parameters;
        this.chosen = new ChosenTeachers(spec, parameters);
    }

    /** The names of the columns that are read, as far as they are known before the student's classes are. */
    public List<String> columns() throws InvalidSettingsException {
        return chosen.columns(Optional.empty());
    }

    /** The names of the columns that are read for a student of these classes. */
    public List<String> columns(LabelCode code) throws InvalidSettingsException {
        return chosen.columns(Optional.of(code));
    }

    /**
     * The classes that the teacher distinguishes, for a student that may learn without any label; empty if it may not,
     * if the teacher's columns do not name them, or if the teacher only shows where it looks.
     */
    List<String> classes() throws InvalidSettingsException {
        var names = PredictionNames.of(spec, List.of());
        var classes = new ArrayList<String>();
        var mayLearn = parameters.m_unlabelled && !parameters.objective().needsAttention();
        for (var name : mayLearn ? columns() : List.<String>of()) {
            var column = spec.getColumnSpec(name);
            if (Signals.isSignal(column.getType())) {
                classes.addAll(Arrays.asList(TeacherProperties.parsed(column, TeacherColumns.CLASSES, String[].class)));
            } else {
                names.ofClass(name).ifPresent(found -> classes.add(found.type()));
            }
        }
        return classes.stream().distinct().toList();
    }

    /** The number of the teacher's features that the student is aligned with; 0 without alignment. */
    public int features() throws InvalidSettingsException {
        return parameters.objective().needsFeatures()
                ? TeacherProperties.count(spec.getColumnSpec(columns().get(0)), TeacherColumns.WIDTH)
                : 0;
    }

    /**
     * The teachers of a student.
     *
     * @param rows of the student
     * @param features how many activations the student has before its last layer
     */
    public Teachers read(BufferedDataTable table, LearningRows rows, int features, Progress progress)
            throws InvalidSettingsException {
        var teachers = teachers(table, rows, features, progress);
        return parameters.m_unlabelled ? teachers.alsoWithoutLabels() : teachers;
    }

    private Teachers teachers(BufferedDataTable table, LearningRows rows, int features, Progress progress)
            throws InvalidSettingsException {
        var names = columns(rows.code());
        var design = rows.design();
        var logits = rows.code().logits();
        if (names.isEmpty()) {
            return Teachers.none(design);
        }
        var values = values(table, rows, names, progress.part(0, 0.5));
        for (var name : names) {
            checkFolds(table, rows, name, progress.part(0.5, 1));
        }
        if (parameters.objective().needsFeatures()) {
            return Teachers.of(features(names.get(0), values.get(names.get(0))), design, logits, features);
        }
        if (parameters.objective().needsAttention()) {
            var name = names.get(0);
            return Teachers.ofAttention(
                    Teacher.crossValidated(name, parts(spec.getColumnSpec(name), values.get(name))), design);
        }
        var teachers = new ArrayList<Teacher>();
        var plain = new LinkedHashMap<String, float[][]>();
        for (var name : names) {
            if (Signals.isSignal(spec.getColumnSpec(name).getType())) {
                teachers.add(softTargets(name, values.get(name), rows.code().classes()));
            } else {
                plain.put(name, values.get(name));
            }
        }
        var unknown = parameters.m_meaning == DistillationParameters.Meaning.LOGITS;
        teachers.addAll(new PlainTeachers(
                        PredictionNames.of(spec, rows.code().classes()),
                        rows.code(),
                        unknown,
                        name -> PretrainedColumns.facts(spec.getColumnSpec(name)))
                .of(plain));
        return Teachers.of(teachers, design, logits);
    }

    /**
     * A learner of this extension leaves its soft targets and its own logits side by side. If both are still there,
     * they show in which folds it was trained.
     */
    private void checkFolds(BufferedDataTable table, LearningRows rows, String name, Progress progress) {
        var model = PredictionNames.of(spec, rows.code().classes()).modelOf(name);
        var soft = Kind.SOFT_TARGETS.of(model);
        var logitColumns = spec.stream()
                .filter(column -> column.getType().isCompatible(DoubleValue.class))
                .map(DataColumnSpec::getName)
                .filter(column -> Kind.LOGIT.includes(column, model))
                .toList();
        var isTaught = rows.design().numberOfFolds() > 0
                && Signals.isSignal(spec.getColumnSpec(name).getType())
                && spec.containsName(soft)
                && Signals.isSignal(spec.getColumnSpec(soft).getType());
        if (!isTaught || logitColumns.isEmpty()) {
            return;
        }
        var columns = new ArrayList<>(logitColumns);
        columns.add(soft);
        var values = values(table, rows, columns, progress);
        var parts = parts(spec.getColumnSpec(soft), values.get(soft));
        var logits =
                PlainTeachers.together(logitColumns.stream().map(values::get).toList());
        SameFolds.check(name, parts, logits, rows.design());
    }

    /** The numbers of each column by example; null where missing. */
    private Map<String, float[][]> values(
            BufferedDataTable table, LearningRows rows, List<String> names, Progress progress) {
        var values = new LinkedHashMap<String, float[][]>();
        names.forEach(name -> values.put(name, new float[rows.examples().rows()][]));
        var indices = table.getDataTableSpec().columnsToIndices(names.toArray(String[]::new));
        var seen = new boolean[rows.examples().rows()];
        try (var reading = new Rows(table, "Reading the teachers,", progress)) {
            while (reading.hasNext()) {
                var row = reading.next();
                var example = rows.exampleOfRow()[reading.number()];
                if (example >= 0 && !seen[example]) {
                    seen[example] = true;
                    for (var i = 0; i < indices.length; i++) {
                        values.get(names.get(i))[example] = numbers(row.getCell(indices[i]));
                    }
                }
            }
        }
        return values;
    }

    /** Null for a cell in which a number is missing or too large: an incomplete prediction is not used. */
    private static float[] numbers(DataCell cell) {
        if (cell.isMissing()) {
            return null;
        }
        var numbers = cell instanceof DoubleValue number ? new double[] {number.getDoubleValue()} : Signals.read(cell);
        if (!Arrays.stream(numbers).allMatch(number -> Float.isFinite((float) number))) {
            return null;
        }
        var floats = new float[numbers.length];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private Teacher softTargets(String name, float[][] rows, List<String> classes) {
        var column = spec.getColumnSpec(name);
        var taught = Arrays.asList(TeacherProperties.parsed(column, TeacherColumns.CLASSES, String[].class));
        if (!taught.equals(classes)) {
            throw new DistillationException("The teacher \"" + name + "\" predicts " + String.join(", ", taught)
                    + ", but the student learns " + String.join(", ", classes)
                    + ". Choose the same label column and positive class in both nodes.");
        }
        return Teacher.crossValidated(name, parts(column, rows));
    }

    private TeacherFeatures features(String name, float[][] rows) {
        var column = spec.getColumnSpec(name);
        var layers = TeacherProperties.parsed(column, TeacherColumns.FINAL_LAYERS, float[][][].class);
        var inputs = TeacherProperties.count(column, TeacherColumns.WIDTH) + 1;
        for (var layer : layers) {
            if (layer == null
                    || layer.length == 0
                    || Arrays.stream(layer).anyMatch(logit -> logit == null || logit.length != inputs)) {
                throw TeacherProperties.damaged(column, TeacherColumns.FINAL_LAYERS);
            }
        }
        return new TeacherFeatures(name, parts(column, rows), Arrays.asList(layers));
    }

    private static List<float[][]> parts(DataColumnSpec column, float[][] rows) {
        var folds = TeacherProperties.count(column, TeacherColumns.FOLDS);
        var width = TeacherProperties.count(column, TeacherColumns.WIDTH);
        for (var row = 0; row < rows.length; row++) {
            if (rows[row] != null && rows[row].length != (long) folds * width) {
                throw new DistillationException("In \"" + column.getName() + "\", row " + (row + 1) + " holds "
                        + rows[row].length + " numbers, but " + Words.count(folds, "model", "models") + " of " + width
                        + " each make " + (long) folds * width + ". Run the teacher's learner again.");
            }
        }
        if (Arrays.stream(rows).allMatch(Objects::isNull)) {
            return List.<float[][]>of(rows);
        }
        var parts = new ArrayList<float[][]>();
        for (var fold = 0; fold < folds; fold++) {
            var part = new float[rows.length][];
            for (var row = 0; row < rows.length; row++) {
                part[row] = rows[row] == null ? null : Arrays.copyOfRange(rows[row], fold * width, (fold + 1) * width);
            }
            parts.add(part);
        }
        return parts;
    }
}
