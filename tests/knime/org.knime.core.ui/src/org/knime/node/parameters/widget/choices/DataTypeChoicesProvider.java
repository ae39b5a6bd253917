package org.knime.node.parameters.widget.choices;

import java.util.Comparator;
import java.util.List;
import org.knime.core.data.DataType;
import org.knime.node.parameters.NodeParametersInput;

/** Lists types, sorted by their names. */
public non-sealed interface DataTypeChoicesProvider extends ChoicesStateProvider<DataTypeChoice> {

    @Override
    default void init(StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    /** One of this and {@link #computeState} must be given. */
    default List<DataType> choices(NodeParametersInput context) {
        throw new IllegalStateException(
                "Give either choices or computeState in " + getClass().getName());
    }

    @Override
    default List<DataTypeChoice> computeState(NodeParametersInput context) {
        return choices(context).stream()
                .sorted(Comparator.comparing(DataType::getName))
                .map(DataTypeChoice::fromDataType)
                .toList();
    }
}
