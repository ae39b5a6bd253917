package org.ecgdistill.knime.table;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** What the dialogs' column menus offer: the columns of the first input table that fit a role. */
public abstract class ColumnChoices implements FilteredInputTableColumnsProvider {

    private final ColumnRole role;

    private ColumnChoices(final ColumnRole role) {
        this.role = role;
    }

    @Override
    public final boolean isIncluded(final DataColumnSpec column) {
        return role.fits(column);
    }

    public static final class OfSignal extends ColumnChoices {
        public OfSignal() {
            super(ColumnRole.SIGNAL);
        }
    }

    public static final class OfLabel extends ColumnChoices {
        public OfLabel() {
            super(ColumnRole.LABEL);
        }
    }

    public static final class OfSubject extends ColumnChoices {
        public OfSubject() {
            super(ColumnRole.SUBJECT);
        }
    }

    public static final class OfRecord extends ColumnChoices {
        public OfRecord() {
            super(ColumnRole.RECORD);
        }
    }

    public static final class OfSamplingRate extends ColumnChoices {
        public OfSamplingRate() {
            super(ColumnRole.SAMPLING_RATE);
        }
    }

    public static final class OfFold extends ColumnChoices {
        public OfFold() {
            super(ColumnRole.FOLD);
        }
    }
}
