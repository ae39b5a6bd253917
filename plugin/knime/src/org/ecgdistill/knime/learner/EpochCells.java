package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Epoch;
import org.ecgdistill.nn.training.Reason;
import org.ecgdistill.nn.training.Trained;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** What each training log says of an epoch. */
public final class EpochCells {

    public static final List<DataColumnSpec> COLUMNS = List.of(
            EcgColumns.column("Epoch", IntCell.TYPE),
            EcgColumns.column("Training loss", DoubleCell.TYPE),
            EcgColumns.column("Validation loss", DoubleCell.TYPE),
            EcgColumns.column("Validation score", DoubleCell.TYPE),
            EcgColumns.column("Seconds", DoubleCell.TYPE),
            EcgColumns.column("Kept", BooleanCell.TYPE),
            EcgColumns.column("Reason", StringCell.TYPE));

    private EpochCells() {}

    /** The cells of an epoch; the reason stands only beside the one that was kept. */
    public static List<DataCell> of(Trained trained, Epoch epoch) {
        var isKept = epoch.number() == trained.best();
        var cells = new ArrayList<DataCell>();
        cells.add(new IntCell(epoch.number()));
        cells.add(Cells.of(epoch.loss()));
        cells.add(Cells.of(epoch.validationLoss()));
        cells.add(Cells.of(epoch.score()));
        cells.add(Cells.of(epoch.seconds()));
        cells.add(Cells.of(isKept));
        cells.add(isKept ? new StringCell(words(trained.reason())) : DataType.getMissingCell());
        return cells;
    }

    static String words(Reason reason) {
        var words =
                switch (reason.rule()) {
                    case LAST -> "Last epoch: no rows were kept back";
                    case SWEPT -> "As many epochs as were best in the sweep";
                    case ONLY -> "Only epoch";
                    case SMALLEST_LOSS -> "Smallest validation loss";
                    case HIGHEST_SCORE -> "Highest validation score";
                    case AMONG_EQUALS -> "Highest validation score, smallest loss among equals";
                    case NO_SCORE -> "Smallest validation loss: there is no score";
                };
        return reason.isSmall()
                ? words + " (fewer than " + Design.FEW
                        + " subjects of a class were kept back: choosing by the loss is safer)"
                : words;
    }
}
