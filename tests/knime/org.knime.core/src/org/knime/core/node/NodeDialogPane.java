package org.knime.core.node;

/** A dialog on the desktop: declared, since factories name it, but never opened here. */
public abstract class NodeDialogPane {

    protected NodeDialogPane() {}

    protected abstract void saveSettingsTo(NodeSettingsWO settings) throws InvalidSettingsException;
}
