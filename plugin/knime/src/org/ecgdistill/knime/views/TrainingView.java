package org.ecgdistill.knime.views;

import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;

/**
 * How a model was trained. The node keeps its training log and whatever it has of these, and the page tells them apart by
 * their columns: the table of a sweep over temperature and weight, a table with pictures (columns Name and SVG), and a
 * table that compares gradients.
 */
public final class TrainingView {

    private TrainingView() {}

    public static DefaultView of(RequireViewParameters view) {
        return view.withoutParameters()
                .description("""
                    The losses and the score of each fold's model over the epochs, with the epoch that was kept and why.
                    Where the node tried several temperatures and weights, a map of their scores; where it trained a
                    circuit, its picture. Curves can be hidden by their names; charts zoom with plus and minus and can
                    be saved as SVG or PNG.
                    """)
                .page(page -> ViewPage.of(page, "training"))
                .initialData(data -> data.data(InternalTables::contents));
    }
}
