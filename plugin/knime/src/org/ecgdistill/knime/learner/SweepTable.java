package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.distill.Distilled;
import org.ecgdistill.distill.Objective;
import org.ecgdistill.distill.SweepLine;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.nn.training.Reason;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * How good each temperature and weight was: one row for each fold and pair. The fold of the student of all rows is
 * missing.
 */
public final class SweepTable {

    /** On the rows that are kept back, by which pairs are chosen. */
    private static final List<Metric> INNER = List.of(Metric.AUROC, Metric.MCC, Metric.LOG_LOSS);

    /** On the fold's rows, which choose nothing. */
    private static final List<Metric> OUT_OF_FOLD = List.of(
            Metric.AUROC, Metric.AVERAGE_PRECISION, Metric.BALANCED_ACCURACY, Metric.MCC, Metric.F1, Metric.LOG_LOSS);

    public static final DataTableSpec SPEC = spec();

    private SweepTable() {}

    private static DataTableSpec spec() {
        var columns = new ArrayList<DataColumnSpec>(List.of(
                EcgColumns.FOLD,
                EcgColumns.column("Temperature", DoubleCell.TYPE),
                EcgColumns.column("Weight", DoubleCell.TYPE),
                EcgColumns.column("Epoch", IntCell.TYPE)));
        INNER.forEach(metric -> columns.add(EcgColumns.column(inner(metric), DoubleCell.TYPE)));
        OUT_OF_FOLD.forEach(metric -> columns.add(EcgColumns.column(metric.title(), DoubleCell.TYPE)));
        columns.add(EcgColumns.column("Seconds", DoubleCell.TYPE));
        columns.add(EcgColumns.column("Chosen", BooleanCell.TYPE));
        columns.add(EcgColumns.column("Reason", StringCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    public static BufferedDataTable write(
            Distilled distilled, DistillationParameters parameters, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            distilled.sweep().forEach(line -> table.add(cells(line, parameters.objective(), parameters.choice())));
            return table.finish();
        }
    }

    private static DataCell[] cells(SweepLine line, Objective objective, Metric choice) {
        var cells = new ArrayList<DataCell>();
        cells.add(Cells.ofIndex(line.fold()));
        cells.add(Cells.of(objective.usesTemperature() ? line.pair().temperature() : Double.NaN));
        cells.add(Cells.of(objective.usesWeight() ? line.pair().weight() : Double.NaN));
        cells.add(new IntCell(line.epoch()));
        INNER.forEach(
                metric -> cells.add(Cells.of(Optional.ofNullable(line.inner().get(metric)), Cells::of)));
        OUT_OF_FOLD.forEach(metric ->
                cells.add(Cells.of(Optional.ofNullable(line.outOfFold().get(metric)), Cells::of)));
        cells.add(new DoubleCell(line.seconds()));
        cells.add(Cells.of(line.isChosen()));
        cells.add(Cells.of(line.chosen().map(rule -> words(rule, "inner " + choice.title()))));
        return cells.toArray(DataCell[]::new);
    }

    private static String words(Reason.Rule rule, String score) {
        return switch (rule) {
            case ONLY -> "Only pair";
            case HIGHEST_SCORE -> "Highest " + score;
            case AMONG_EQUALS -> "Highest " + score + ", smallest inner log loss among equals";
            case NO_SCORE -> "Smallest inner log loss: there is no " + score;
            case SMALLEST_LOSS, LAST, SWEPT -> "Smallest inner log loss";
        };
    }

    private static String inner(Metric metric) {
        return "Inner " + metric.title();
    }
}
