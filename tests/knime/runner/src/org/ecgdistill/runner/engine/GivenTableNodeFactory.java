package org.ecgdistill.runner.engine;

import org.ecgdistill.runner.api.Table;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeView;

/** A node that puts out a table which a test gives to it. It is in no node repository. */
public final class GivenTableNodeFactory extends NodeFactory<GivenTableNodeModel> {
    static final String NAME = "Given Table";

    private final Table table;

    GivenTableNodeFactory(Table table) {
        this.table = table;
    }

    @Override
    public GivenTableNodeModel createNodeModel() {
        return new GivenTableNodeModel(table);
    }

    @Override
    protected int getNrNodeViews() {
        return 0;
    }

    @Override
    public NodeView<GivenTableNodeModel> createNodeView(int index, GivenTableNodeModel model) {
        throw new IndexOutOfBoundsException("A given table has no view " + index + ".");
    }

    @Override
    protected boolean hasDialog() {
        return false;
    }

    @Override
    protected NodeDialogPane createNodeDialogPane() {
        throw new UnsupportedOperationException("A given table has no dialog.");
    }
}
