package org.ecgdistill.knime.learner;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ecgdistill.common.Words;
import org.ecgdistill.knime.common.PredictionNames.Kind;
import org.ecgdistill.knime.common.Signals;
import org.ecgdistill.nn.training.LabelCode;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;

/** The columns of the teachers: those that are chosen, or those that a student takes without a choice. */
final class ChosenTeachers {

    private final DataTableSpec spec;
    private final DistillationParameters parameters;

    ChosenTeachers(DataTableSpec spec, DistillationParameters parameters) {
        this.spec = spec;
        this.parameters = parameters;
    }

    /** @param code of the student, if its classes are known */
    List<String> columns(Optional<LabelCode> code) throws InvalidSettingsException {
        var objective = parameters.objective();
        if (objective.needsFeatures()) {
            return List.of(featuresColumn());
        }
        if (objective.needsAttention()) {
            return List.of(listColumn(
                    Kind.ATTENTION,
                    parameters.m_attention,
                    "Let the teacher add its attention (ECGFounder Learner, Attention)"));
        }
        return objective.needsLogits() ? predictionColumns(code) : List.of();
    }

    private List<String> predictionColumns(Optional<LabelCode> code) throws InvalidSettingsException {
        var chosen = parameters.m_teachers.filterFromFullSpec(spec);
        var missing = parameters.m_teachers.getMissingSelectedFromFullSpec(spec);
        if (missing.length > 0) {
            throw new InvalidSettingsException("The teacher column \"" + missing[0]
                    + "\" is not in the input table. Choose another in the node's dialog, or connect the node that"
                    + " makes it.");
        }
        if (chosen.length == 0) {
            return withoutChoice(code);
        }
        for (var name : chosen) {
            var type = spec.getColumnSpec(name).getType();
            if (!Signals.isSignal(type) && !type.isCompatible(DoubleValue.class)) {
                throw new InvalidSettingsException("The column \"" + name + "\" cannot be a teacher: it holds "
                        + type.getName() + ", but soft targets or numbers are needed. Choose another in the node's"
                        + " dialog.");
            }
        }
        return List.of(chosen);
    }

    /**
     * Those of the first model that was trained elsewhere: soft targets beside them are usually those of other students.
     * Otherwise the first soft targets.
     */
    private List<String> withoutChoice(Optional<LabelCode> code) throws InvalidSettingsException {
        var given = PretrainedColumns.ofFirst(spec);
        var soft = TeacherChoices.usual(spec, Kind.SOFT_TARGETS);
        if (given.isEmpty() && soft.isPresent()) {
            return List.of(soft.get());
        }
        if (given.isEmpty()) {
            throw new InvalidSettingsException(
                    "The input table has no column with soft targets of a teacher. Connect a learner"
                            + " (ECGFounder Learner) before this node, choose a column of probabilities as"
                            + " teacher, or let the student learn from scratch.");
        }
        if (code.isEmpty()) {
            return given;
        }
        var chosen = PretrainedColumns.forClasses(spec, given, code.get());
        if (chosen.isEmpty()) {
            var positive = code.get().positive();
            throw new InvalidSettingsException("The teacher's columns " + Words.list(given) + " do not contain "
                    + (positive.isPresent()
                            ? "the student's positive class \"" + positive.get() + "\""
                            : "all classes of the student ("
                                    + String.join(", ", code.get().classes()) + ")")
                    + ". Give a positive class that the teacher predicts, rename the labels, or choose another"
                    + " teacher.");
        }
        return chosen;
    }

    private String featuresColumn() throws InvalidSettingsException {
        return listColumn(
                Kind.FEATURES,
                parameters.m_features,
                "Give the teacher a bottleneck (ECGFounder Learner, Bottleneck units)");
    }

    private String listColumn(Kind kind, String chosen, String remedy) throws InvalidSettingsException {
        var what = kind.name().toLowerCase(Locale.ROOT);
        if (chosen == null || chosen.isBlank()) {
            return TeacherChoices.usual(spec, kind)
                    .orElseThrow(() -> new InvalidSettingsException("The input table has no " + what + " of a teacher. "
                            + remedy + ", or choose another method."));
        }
        var column = spec.getColumnSpec(chosen);
        if (column == null || !Signals.isSignal(column.getType())) {
            throw new InvalidSettingsException("The " + what + " column \"" + chosen
                    + (column == null ? "\" is not in the input table" : "\" does not hold lists of numbers")
                    + ". Choose another in the node's dialog.");
        }
        return chosen;
    }
}
