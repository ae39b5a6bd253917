package org.ecgdistill.knime.learner;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ecgdistill.knime.common.PredictionNames.Kind;
import org.ecgdistill.knime.common.Signals;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** Which columns can teach. */
abstract class TeacherChoices implements FilteredInputTableColumnsProvider {

    private final Predicate<DataColumnSpec> fits;

    private TeacherChoices(Predicate<DataColumnSpec> fits) {
        this.fits = fits;
    }

    @Override
    public final boolean isIncluded(DataColumnSpec column) {
        return fits.test(column);
    }

    @Override
    public final List<DataColumnSpec> columnChoices(NodeParametersInput context) {
        return context.getInTableSpec(0).stream()
                .flatMap(DataTableSpec::stream)
                .filter(fits)
                .toList();
    }

    /** The soft targets that are taken without a choice: the first ones, which are the first teacher's. */
    static Optional<String> usual(DataTableSpec table) {
        return first(table, TeacherChoices::isSoftTargets);
    }

    static Optional<String> usualFeatures(DataTableSpec table) {
        return first(table, TeacherChoices::isFeatures);
    }

    static Optional<String> usualAttention(DataTableSpec table) {
        return first(table, TeacherChoices::isAttention);
    }

    static boolean isSoftTargets(DataColumnSpec column) {
        return Signals.isSignal(column.getType()) && Kind.SOFT_TARGETS.includes(column.getName());
    }

    static boolean isFeatures(DataColumnSpec column) {
        return Signals.isSignal(column.getType()) && Kind.FEATURES.includes(column.getName());
    }

    static boolean isAttention(DataColumnSpec column) {
        return Signals.isSignal(column.getType()) && Kind.ATTENTION.includes(column.getName());
    }

    private static Optional<String> first(DataTableSpec table, Predicate<DataColumnSpec> wanted) {
        return table.stream().filter(wanted).map(DataColumnSpec::getName).findFirst();
    }

    /** Soft targets, and numbers, among which are probabilities. */
    static final class OfAnswers extends TeacherChoices {
        OfAnswers() {
            super(column -> isSoftTargets(column) || column.getType().isCompatible(DoubleValue.class));
        }
    }

    static final class OfFeatures extends TeacherChoices {
        OfFeatures() {
            super(TeacherChoices::isFeatures);
        }
    }

    static final class OfAttention extends TeacherChoices {
        OfAttention() {
            super(TeacherChoices::isAttention);
        }
    }
}
