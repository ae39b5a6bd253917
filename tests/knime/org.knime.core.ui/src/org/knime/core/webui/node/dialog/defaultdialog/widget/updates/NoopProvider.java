package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** Stands in an annotation for "no provider given"; it is never asked. */
class NoopProvider<T> implements StateProvider<T> {

    @Override
    public void init(StateProviderInitializer initializer) {
        throw new IllegalStateException("Nothing was provided here.");
    }

    @Override
    public T computeState(NodeParametersInput context) {
        throw new IllegalStateException("Nothing was provided here.");
    }
}
