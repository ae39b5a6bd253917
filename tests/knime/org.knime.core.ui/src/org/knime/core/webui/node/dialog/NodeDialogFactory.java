package org.knime.core.webui.node.dialog;

/** Makes a node's dialog. */
public interface NodeDialogFactory {

    default boolean hasNodeDialog() {
        return true;
    }

    NodeDialog createNodeDialog();
}
