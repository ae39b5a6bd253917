package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/** The parameters of a node: every field that is not private is stored and may appear in the dialog. */
public interface NodeParameters extends Persistable, WidgetGroup {

    /** Called on parameters that were loaded or made by default, before the node uses them. */
    default void validate() throws InvalidSettingsException {
        // valid unless the node says otherwise
    }
}
