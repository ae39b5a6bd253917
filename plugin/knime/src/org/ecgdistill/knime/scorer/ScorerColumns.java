package org.ecgdistill.knime.scorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.folds.GivenFolds;
import org.ecgdistill.evaluation.study.CaseColumns;
import org.ecgdistill.evaluation.study.Cases;
import org.ecgdistill.evaluation.study.ModelPredictions;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.OptionalColumns;
import org.ecgdistill.knime.common.Rows;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.IntValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The columns of a table that the parameters select.
 *
 * @param fold column index, if there are folds
 * @param subject column index, if there are subjects
 */
record ScorerColumns(DataTableSpec table, int label, OptionalInt fold, OptionalInt subject, List<ModelColumns> models) {

    static ScorerColumns of(OptionalColumns columns, CvScorerParameters parameters) throws InvalidSettingsException {
        var table = columns.table();
        var label = ColumnRole.LABEL.find(table, parameters.m_label);
        var name = table.getColumnSpec(label).getName();
        return new ScorerColumns(
                table,
                label,
                columns.find(ColumnRole.FOLD, parameters.m_fold),
                columns.find(ColumnRole.SUBJECT, parameters.m_subject),
                models(table, name, parameters.m_models));
    }

    private static List<ModelColumns> models(DataTableSpec table, String label, String wanted)
            throws InvalidSettingsException {
        var found = ModelColumns.find(table, label);
        if (found.isEmpty()) {
            throw new InvalidSettingsException("The input table has no predictions of \"" + label
                    + "\": no column is named \"P (" + label + "=…)\" or \"Prediction (" + label
                    + ")\". Connect a learner or predictor, or choose another label column.");
        }
        for (var name : found.stream().map(ModelColumns::name).toList()) {
            if (found.stream().filter(model -> model.name().equals(name)).count() > 1) {
                throw new InvalidSettingsException("Two models are named \"" + name
                        + "\" in the column names; give each its own name in the node that made its predictions.");
            }
        }
        if (wanted.isBlank()) {
            return found;
        }
        var chosen = new ArrayList<ModelColumns>();
        for (var name : Arrays.stream(wanted.split(",")).map(String::strip).toList()) {
            chosen.add(found.stream()
                    .filter(model -> model.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidSettingsException("There is no model \"" + name
                            + "\" in the input table; it has "
                            + String.join(
                                    ", ", found.stream().map(ModelColumns::name).toList())
                            + ". Change the models in the node's dialog.")));
        }
        return chosen;
    }

    List<String> modelNames() {
        return models.stream().map(ModelColumns::name).toList();
    }

    /**
     * Rows and predictions as the comparison needs them.
     *
     * @param doubts what the analyst should know of the folds' names
     */
    record Read(Cases cases, List<ModelPredictions> models, List<String> doubts) {}

    Read read(BufferedDataTable data, Progress progress) {
        var folds = new FoldNumbers();
        var cases = Cases.builder(new CaseColumns(name(label), name(fold), name(subject)));
        var builders = models.stream()
                .map(model -> ModelPredictions.builder(
                        model.name(),
                        model.facts(),
                        model.classes(),
                        model.prediction().isPresent()))
                .toList();
        try (var rows = new Rows(data, "Reading", progress)) {
            while (rows.hasNext()) {
                var row = rows.next();
                cases.add(
                        row.getKey().getString(),
                        Cells.text(row.getCell(label)).orElse(null),
                        fold.isEmpty() ? null : folds.of(row.getCell(fold.getAsInt())),
                        Cells.text(row, subject).orElse(null));
                for (var m = 0; m < models.size(); m++) {
                    add(row, models.get(m), builders.get(m));
                }
            }
        }
        return new Read(
                cases.build(),
                builders.stream().map(ModelPredictions.Builder::build).toList(),
                GivenFolds.doubts(folds.names()));
    }

    private static void add(DataRow row, ModelColumns model, ModelPredictions.Builder builder) {
        var probabilities = new double[model.probabilities().length];
        for (var c = 0; c < probabilities.length; c++) {
            probabilities[c] = Cells.number(row.getCell(model.probabilities()[c]));
        }
        builder.add(Cells.text(row, model.prediction()).orElse(null), probabilities);
    }

    private String name(int column) {
        return table.getColumnSpec(column).getName();
    }

    private Optional<String> name(OptionalInt column) {
        return column.isPresent() ? Optional.of(name(column.getAsInt())) : Optional.empty();
    }

    /** Folds that are whole numbers keep them; others are numbered as they come. */
    private static final class FoldNumbers {
        private final TreeMap<String, Integer> numbers = new TreeMap<>();

        Integer of(DataCell cell) {
            if (cell.isMissing()) {
                return null;
            }
            if (cell instanceof IntValue number) {
                return number.getIntValue();
            }
            numbers.putIfAbsent(cell.toString(), numbers.size());
            return numbers.get(cell.toString());
        }

        Set<String> names() {
            return numbers.keySet();
        }
    }
}
