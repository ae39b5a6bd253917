package org.ecgdistill.knime.views;

import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;

/**
 * Models side by side. The node keeps its tables of models, folds, curves and confusions; the page tells them apart by
 * their columns.
 */
public final class ScoresView {

    private ScoresView() {}

    public static DefaultView of(RequireViewParameters view) {
        return view.withoutParameters()
                .description("""
                    All models side by side: their figures, ROC, precision-recall, calibration and decision curves,
                    each fold's figure beside the mean, accuracy against the number of parameters, and how often each
                    class was taken for which. Models can be hidden by their names; charts zoom with plus and minus and
                    can be saved as SVG or PNG.
                    """)
                .page(page -> ViewPage.of(page, "scores"))
                .initialData(data -> data.data(InternalTables::contents));
    }
}
