package org.knime.core.node;

/** A view of a node on the desktop: declared, since factories name it, but never opened here. */
public abstract class NodeView<T extends NodeModel> extends AbstractNodeView<T> {

    protected NodeView(T nodeModel) {
        super(nodeModel);
    }

    protected abstract void onClose();

    protected abstract void onOpen();

    @Override
    protected void callOpenView(String title) {
        throw new UnsupportedOperationException("NodeView.callOpenView");
    }

    @Override
    public final void callCloseView() {
        throw new UnsupportedOperationException("NodeView.callCloseView");
    }
}
