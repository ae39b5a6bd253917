package org.ecgdistill.knime.common;

import java.util.List;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.TypedStringChoice;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** What the dialogs' column menus offer: the columns of an input table that fit a role. */
public abstract class ColumnChoices implements FilteredInputTableColumnsProvider {

    /** A column's type is shown beside its name; "None" has to have one, and its name is text. */
    private static final TypedStringChoice NONE = new TypedStringChoice(
            ColumnRole.NONE,
            "None",
            TypedStringChoice.fromColSpec(EcgColumns.column(ColumnRole.NONE, StringCell.TYPE))
                    .type());

    private final ColumnRole role;
    private final int table;
    private final boolean isOptional;

    private ColumnChoices(ColumnRole role) {
        this(role, 0, false);
    }

    /**
     * @param table which of the inputs that are tables, from 0
     * @param isOptional whether "None" can be chosen
     */
    private ColumnChoices(ColumnRole role, int table, boolean isOptional) {
        this.role = role;
        this.table = table;
        this.isOptional = isOptional;
    }

    @Override
    public final List<TypedStringChoice> computeState(NodeParametersInput context) {
        var columns = columnChoices(context).stream().map(TypedStringChoice::fromColSpec);
        return (isOptional ? Stream.concat(Stream.of(NONE), columns) : columns).toList();
    }

    @Override
    public final boolean isIncluded(DataColumnSpec column) {
        return role.fits(column);
    }

    @Override
    public final List<DataColumnSpec> columnChoices(NodeParametersInput context) {
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

    public static final class OfAnnotationRecord extends ColumnChoices {
        public OfAnnotationRecord() {
            super(ColumnRole.RECORD, 1, false);
        }
    }

    public static final class OfAnnotationTime extends ColumnChoices {
        public OfAnnotationTime() {
            super(ColumnRole.TIME, 1, false);
        }
    }

    public static final class OfAnnotationSymbol extends ColumnChoices {
        public OfAnnotationSymbol() {
            super(ColumnRole.SYMBOL, 1, false);
        }
    }

    public static final class OfSubjectOrNone extends ColumnChoices {
        public OfSubjectOrNone() {
            super(ColumnRole.SUBJECT, 0, true);
        }
    }

    public static final class OfLeadOrNone extends ColumnChoices {
        public OfLeadOrNone() {
            super(ColumnRole.LEAD, 0, true);
        }
    }

    public static final class OfSamplingRateOrNone extends ColumnChoices {
        public OfSamplingRateOrNone() {
            super(ColumnRole.SAMPLING_RATE, 0, true);
        }
    }

    public static final class OfFoldOrNone extends ColumnChoices {
        public OfFoldOrNone() {
            super(ColumnRole.FOLD, 0, true);
        }
    }
}
