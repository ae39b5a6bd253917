package org.ecgdistill.knime.table;

import java.util.List;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** What the dialogs' column menus offer: the columns of an input table that fit a role. */
public abstract class ColumnChoices implements FilteredInputTableColumnsProvider {

    private final ColumnRole role;
    private final int table;

    private ColumnChoices(final ColumnRole role) {
        this(role, 0);
    }

    /** @param table which of the inputs that are tables, from 0 */
    private ColumnChoices(final ColumnRole role, final int table) {
        this.role = role;
        this.table = table;
    }

    @Override
    public final boolean isIncluded(final DataColumnSpec column) {
        return role.fits(column);
    }

    @Override
    public final List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
        // The table need not be the first input: a model may come before it.
        return Stream.of(context.getInPortSpecs())
                .filter(DataTableSpec.class::isInstance)
                .map(DataTableSpec.class::cast)
                .skip(table)
                .findFirst()
                .map(table -> table.stream().filter(this::isIncluded).toList())
                .orElse(List.of());
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

    public static final class OfLead extends ColumnChoices {
        public OfLead() {
            super(ColumnRole.LEAD);
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

    public static final class OfAnnotationRecord extends ColumnChoices {
        public OfAnnotationRecord() {
            super(ColumnRole.RECORD, 1);
        }
    }

    public static final class OfAnnotationTime extends ColumnChoices {
        public OfAnnotationTime() {
            super(ColumnRole.TIME, 1);
        }
    }

    public static final class OfAnnotationSymbol extends ColumnChoices {
        public OfAnnotationSymbol() {
            super(ColumnRole.SYMBOL, 1);
        }
    }
}
