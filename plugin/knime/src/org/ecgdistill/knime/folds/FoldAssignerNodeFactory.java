package org.ecgdistill.knime.folds;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.folds.FoldReport;
import org.ecgdistill.evaluation.folds.GivenFolds;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.NodeWork;
import org.ecgdistill.knime.common.OptionalColumns;
import org.ecgdistill.knime.common.Warnings;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Declares the Fold Assigner; folds are made by {@link org.ecgdistill.evaluation.folds.FoldAssigner}. */
public final class FoldAssignerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Fold Assigner")
            .icon("../../../../icons/folds.png")
            .shortDescription("Divides rows into folds for cross-validation without leaks.")
            .fullDescription("""
                Adds a column with the number of each row's fold, starting at 0. For each fold, the learners of this
                extension train one model on all other folds and test it on this fold, so that all models are compared
                on the same division.
                <p>Rows of one person resemble each other. If they are spread over several folds, a model is tested on
                persons it has learnt from, and its results look much better than they are. This node therefore assigns
                all rows of a subject to one fold (subject-wise) and, as far as this allows, gives every fold about the
                same share of each class (stratified).</p>
                <p>Instead of making folds, the node can copy those of a data set, such as the column strat_fold of
                PTB-XL. They are sorted and numbered from 0.</p>
                <p>The second output describes the folds. The node warns if a subject is in several folds, if a fold
                lacks a class, and if subjects are not kept together.</p>
                <p>Rows without a label get the fold of their subject if this is selected: students can learn from them by
                their teacher's predictions. They are never scored. Otherwise they get no fold, like rows with a missing
                subject, and take no part in the cross-validation; if folds
                are copied, this applies to rows whose given fold is missing. The node reports their number. It fails if
                there are fewer subjects than folds.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable("Data", "Rows with their labels and, if known, their subjects.")
                    .addOutputTable("Data with folds", "The same rows with their folds.")
                    .addOutputTable(
                            "Folds", "One row for each fold: its number, rows, subjects, and the rows of each class."))
            .model(model -> model.parametersClass(FoldAssignerParameters.class)
                    .configure(FoldAssignerNodeFactory::configure)
                    .execute(FoldAssignerNodeFactory::execute))
            .nodeType(NodeType.Manipulator)
            .keywords("cross-validation", "stratified", "group", "partition", "split", "leak", "patient-wise");

    public FoldAssignerNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        FoldAssignerParameters parameters = in.getParameters();
        var table = in.getInTableSpec(0);
        out.setOutSpec(0, NodeWork.plan(() -> {
            parameters.check();
            FoldColumns.of(OptionalColumns.of(table), parameters);
            return withFolds(table, parameters.m_foldColumn, new int[0]).createSpec();
        }));
        // The second table's columns are the classes, which are not known before execution.
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        FoldAssignerParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        var table = in.getInTable(0);
        NodeWork.run(exec, progress -> {
            var optional = OptionalColumns.of(table, progress.part(0, 0.1));
            var columns = FoldColumns.of(optional, parameters);
            var values = columns.read(table, progress.part(0.1, 0.4));
            var given = table.size() > 0 && columns.hasGiven()
                    ? GivenFolds.of(values.given().orElseThrow())
                    : null;
            var folds = new int[0];
            if (given != null) {
                folds = given.ofRow();
            } else if (table.size() > 0) {
                folds = parameters.assign(values.labels(), values.subjects(), progress.part(0.4, 0.7));
            }
            var report = FoldReport.of(values.labels(), values.subjects(), folds);
            var label = table.getDataTableSpec().getColumnSpec(columns.label()).getName();
            out.setOutData(
                    0,
                    exec.createColumnRearrangeTable(
                            table,
                            withFolds(table.getDataTableSpec(), parameters.m_foldColumn, folds),
                            exec.createSubProgress(0.3)));
            out.setOutData(
                    1,
                    FoldReportTable.write(
                            report, label, columns.hasSubjects(), given == null ? null : given.names(), exec));
            var warnings = new ArrayList<>(optional.warnings());
            if (table.size() == 0) {
                warnings.add("The input table is empty: there are no rows to divide.");
            } else {
                warnings.addAll(given == null ? List.of() : GivenFolds.doubts(given.names()));
                warnings.addAll(report.findings());
            }
            Warnings.text(warnings).ifPresent(out::setWarningMessage);
        });
    }

    private static ColumnRearranger withFolds(DataTableSpec table, String name, int[] folds) {
        var cells = new SingleCellFactory(EcgColumns.column(name, IntCell.TYPE)) {
            @Override
            public DataCell getCell(DataRow row, long rowIndex) {
                return Cells.ofIndex(folds[Math.toIntExact(rowIndex)]);
            }
        };
        var rearranger = new ColumnRearranger(table);
        if (table.containsName(name)) {
            rearranger.replace(cells, name);
        } else {
            rearranger.append(cells);
        }
        return rearranger;
    }
}
