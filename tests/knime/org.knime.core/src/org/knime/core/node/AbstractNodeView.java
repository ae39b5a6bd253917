package org.knime.core.node;

/** A view of a node on the desktop: declared, since factories name it, but never opened here. */
public abstract class AbstractNodeView<T extends AbstractNodeView.ViewableModel> {

    private final T model;

    protected AbstractNodeView(T viewableModel) {
        model = viewableModel;
    }

    protected final T getViewableModel() {
        return model;
    }

    protected abstract void modelChanged();

    protected abstract void callOpenView(String title);

    protected abstract void callCloseView();

    /** What can be viewed. */
    public interface ViewableModel {}
}
