package org.ecgdistill.knime.scorer;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.report.ReportPage;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.Finding;
import org.ecgdistill.knime.common.NodeWork;
import org.ecgdistill.knime.common.OptionalColumns;
import org.ecgdistill.knime.common.Places;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.knime.common.Warnings;
import org.ecgdistill.knime.views.ChartViews;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Declares the CV Scorer; models are compared by {@link org.ecgdistill.evaluation.study.Comparison}. */
public final class CvScorerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("CV Scorer")
            .icon("../../../../icons/scorer.png")
            .shortDescription("Compares models under one cross-validation, with intervals and tests.")
            .fullDescription("""
                Scores any number of models on the same rows and tests their differences. Models are found by their
                columns: P (label=class), one for each class or for the positive class only, and Prediction (label). The
                rest of the column name, for example (ResNet-1D), names the model. The predictions of every KNIME
                learner can be scored this way.
                <p>Metrics are given for each fold, as mean and standard deviation over folds, and over all rows with
                a confidence interval. Intervals are bootstrapped by subject, because rows of one person resemble each
                other. Pairs of models are compared by DeLong's test, by DeLong's test for rows clustered by subject, by
                McNemar's test, and by the t test corrected for overlapping training sets; p-values are adjusted for the
                number of pairs (Holm).</p>
                <p>The node warns if a subject is in several folds, and if predictions are not marked as out of fold:
                such metrics are too optimistic. Without folds, as in an external validation, all rows are scored
                together. Models are compared on the rows for which all of them have predictions; the node reports their
                number.</p>
                <p>Optionally, the node writes a report: a single, printable HTML page with tables and figures.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable(
                            "Predictions",
                            "Rows with the true label, the fold, the subject, and the models' predictions.")
                    .addOutputTable("Summary", "One row for each model: its metrics, intervals, size and cost.")
                    .addOutputTable("Folds", "One row for each model and fold.")
                    .addOutputTable("Pairs", "One row for each pair of models and metric: difference and tests.")
                    .addOutputTable("Curves", "The points of ROC, precision-recall, calibration and decision curves.")
                    .addOutputTable("Classes", "One row for each model and class, as required by ANSI/AAMI EC57.")
                    .addOutputTable(
                            "Errors", "The rows misclassified by all models or by a single one, with their row keys."))
            .model(model -> model.parametersClass(CvScorerParameters.class)
                    .configure(CvScorerNodeFactory::configure)
                    .execute(CvScorerNodeFactory::execute))
            .addView(ChartViews::scores)
            .nodeType(NodeType.Other)
            .keywords("ROC", "AUC", "cross-validation", "compare models", "confidence interval", "DeLong", "EC57");

    public CvScorerNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        CvScorerParameters parameters = in.getParameters();
        out.setOutSpecs(NodeWork.plan(() -> {
            parameters.check();
            return specs(ScorerColumns.of(OptionalColumns.of(in.getInTableSpec(0)), parameters))
                    .toArray(DataTableSpec[]::new);
        }));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        CvScorerParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        var table = in.getInTable(0);
        NodeWork.run(exec, progress -> {
            var optional = OptionalColumns.of(table, progress.part(0, 0.05));
            var columns = ScorerColumns.of(optional, parameters);
            if (table.size() == 0) {
                empty(columns, exec, out);
                return;
            }
            var read = columns.read(table, progress.part(0.05, 0.2));
            var comparison =
                    Comparison.of(read.cases(), read.models(), parameters.toOptions(), progress.part(0.2, 0.9));
            var summary = SummaryTable.write(comparison, exec);
            var folds = FoldTable.write(comparison, exec);
            var curves = CurveTable.write(comparison, exec);
            out.setOutData(0, summary);
            out.setOutData(1, folds);
            out.setOutData(2, PairTable.write(comparison, exec));
            out.setOutData(3, curves);
            out.setOutData(4, ClassTable.write(comparison, exec));
            out.setOutData(5, ErrorTable.write(comparison, exec));
            out.setInternalData(summary, folds, curves, ConfusionTable.write(comparison, exec));
            progress.report(0.95, "Writing the report");
            if (Places.isChosen(parameters.reportFile())) {
                var page = new ReportPage(parameters.m_title, "Made by the CV Scorer of ECG Distill");
                Places.open(parameters.reportFile(), file -> page.write(comparison, file));
            }
            warn(optional.warnings(), read.doubts(), comparison, out);
        });
    }

    private static List<DataTableSpec> specs(ScorerColumns columns) {
        return List.of(
                SummaryTable.SPEC,
                FoldTable.SPEC,
                PairTable.SPEC,
                CurveTable.SPEC,
                ClassTable.SPEC,
                ErrorTable.spec(columns.modelNames()));
    }

    private static void empty(ScorerColumns columns, ExecutionContext exec, ExecuteOutput out) {
        var specs = specs(columns);
        for (var port = 0; port < specs.size(); port++) {
            try (var table = new TableWriter(exec, specs.get(port))) {
                out.setOutData(port, table.finish());
            }
        }
        out.setWarningMessage("The input table is empty: there is nothing to score.");
    }

    private static void warn(List<String> missing, List<String> doubts, Comparison comparison, ExecuteOutput out) {
        var warnings = new ArrayList<>(missing);
        warnings.addAll(doubts);
        comparison.findings().stream()
                .filter(finding -> finding.severity() != Finding.Severity.NOTE)
                .map(Finding::sentence)
                .forEach(warnings::add);
        Warnings.text(warnings).ifPresent(out::setWarningMessage);
    }
}
