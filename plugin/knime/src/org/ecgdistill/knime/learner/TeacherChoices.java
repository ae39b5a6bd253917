package org.ecgdistill.knime.learner;

import java.util.Optional;
import org.ecgdistill.knime.common.PredictionNames.Kind;
import org.ecgdistill.knime.common.Signals;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** The columns of a teacher that a student can learn from. */
abstract class TeacherChoices implements FilteredInputTableColumnsProvider {

    private final Kind kind;

    private TeacherChoices(Kind kind) {
        this.kind = kind;
    }

    /** Without a choice the first such column is taken, which is the first teacher's. */
    static Optional<String> usual(DataTableSpec table, Kind kind) {
        return table.stream()
                .filter(column -> isOf(kind, column))
                .map(DataColumnSpec::getName)
                .findFirst();
    }

    private static boolean isOf(Kind kind, DataColumnSpec column) {
        return Signals.isSignal(column.getType()) && kind.includes(column.getName());
    }

    @Override
    public boolean isIncluded(DataColumnSpec column) {
        return isOf(kind, column);
    }

    /** Soft targets, and numbers, which may be probabilities or logits. */
    static final class OfPredictions extends TeacherChoices {
        OfPredictions() {
            super(Kind.SOFT_TARGETS);
        }

        @Override
        public boolean isIncluded(DataColumnSpec column) {
            return super.isIncluded(column) || column.getType().isCompatible(DoubleValue.class);
        }
    }

    static final class OfFeatures extends TeacherChoices {
        OfFeatures() {
            super(Kind.FEATURES);
        }
    }

    static final class OfAttention extends TeacherChoices {
        OfAttention() {
            super(Kind.ATTENTION);
        }
    }
}
