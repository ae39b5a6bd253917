package org.knime.core.webui.node.view;

import org.knime.core.node.NodeModel;

/** Makes a node's view. */
public interface NodeViewFactory<T extends NodeModel> {

    NodeView createNodeView(T nodeModel);
}
