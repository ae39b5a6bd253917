package org.ecgdistill.standin.ui.dialog;

import java.util.function.Supplier;
import org.ecgdistill.standin.ui.persist.Instances;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ButtonReference;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;

/** Computes what nodes provide for a dialog: choices, values, messages. */
final class Provided implements StateProviderInitializer {

    private final References references;
    private final NodeParametersInput input;

    private Provided(References references, NodeParametersInput input) {
        this.references = references;
        this.input = input;
    }

    /** Computes with the dialog's present values, whenever the provider wants to be computed. */
    static <S> S compute(Class<? extends StateProvider<S>> type, References references, NodeParametersInput input) {
        var provider = Instances.of(type);
        provider.init(new Provided(references, input));
        try {
            return provider.computeState(input);
        } catch (StateComputationFailureException ex) {
            throw new IllegalStateException(type.getName() + " could not be computed: " + ex.getMessage(), ex);
        }
    }

    @Override
    public NodeParametersInput getNodeParametersInput() {
        return input;
    }

    @Override
    @SuppressWarnings("unchecked") // the reference names the field's type
    public <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> ref) {
        var supplier = references.supplier(ref);
        return () -> (T) supplier.get();
    }

    @Override
    public <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref) {
        return getValueSupplier(ref);
    }

    @Override
    public <T> void computeOnValueChange(Class<? extends ParameterReference<T>> id) {
        references.supplier(id);
    }

    @Override
    public <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> stateProviderClass) {
        return () -> compute(stateProviderClass, references, input);
    }

    @Override
    public void computeOnButtonClick(Class<? extends ButtonReference> ref) {
        // nobody clicks
    }

    @Override
    public void computeBeforeOpenDialog() {
        // it is computed anyway
    }

    @Override
    public void computeAfterOpenDialog() {
        // it is computed anyway
    }
}
