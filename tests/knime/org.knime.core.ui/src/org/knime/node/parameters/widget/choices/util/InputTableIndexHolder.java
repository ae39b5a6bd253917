package org.knime.node.parameters.widget.choices.util;

/** Says which of the input tables to look at. */
public interface InputTableIndexHolder {

    default int getInputTableIndex() {
        return 0;
    }
}
