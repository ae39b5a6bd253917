package org.ecgdistill.knime.scorer;

import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row for each point of each curve. */
final class CurveTable {

    static final DataTableSpec SPEC = new DataTableSpec(
            EcgColumns.text("Model"),
            EcgColumns.CLASS,
            EcgColumns.text("Curve"),
            EcgColumns.number("x"),
            EcgColumns.number("y"),
            EcgColumns.number("Threshold"),
            EcgColumns.number("Treat all"));

    private CurveTable() {}

    static BufferedDataTable write(Comparison comparison, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            for (var model : comparison.models()) {
                for (var scores : model.classes()) {
                    var curve = new Curve(table, model.name(), scores.name());
                    scores.roc().points().forEach(p -> curve.add("ROC", p.x(), p.y(), p.threshold()));
                    scores.precisionRecall()
                            .points()
                            .forEach(p -> curve.add("Precision-recall", p.x(), p.y(), p.threshold()));
                    scores.reliability()
                            .bins()
                            .forEach(bin -> curve.add("Calibration", bin.probability(), bin.share(), Double.NaN));
                    scores.decision()
                            .points()
                            .forEach(p -> curve.add(
                                    "Decision", p.probability(), p.netBenefit(), p.probability(), p.treatAll()));
                }
            }
            return table.finish();
        }
    }

    /** Adds points of one model and class. */
    private record Curve(TableWriter table, String model, String ofClass) {

        void add(String curve, double x, double y, double threshold) {
            add(curve, x, y, threshold, Double.NaN);
        }

        void add(String curve, double x, double y, double threshold, double treatAll) {
            table.add(
                    Cells.of(model),
                    Cells.of(ofClass),
                    Cells.of(curve),
                    new DoubleCell(x),
                    new DoubleCell(y),
                    Cells.ofFinite(threshold),
                    Cells.ofFinite(treatAll));
        }
    }
}
