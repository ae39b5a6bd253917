package org.ecgdistill.knime.views;

import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;

/** Views that draw charts from the tables that a node has kept for them. A page distinguishes the tables by their columns. */
public final class ChartViews {

    private ChartViews() {}

    /**
     * The average beat of each class, from one table: a row for each lead and class with the mean and the standard deviation
     * of its beats.
     */
    public static DefaultView beats(RequireViewParameters view) {
        return of(view, "beats", """
                Shows the average beat of each class in each lead, with a band of one standard deviation. Classes can be
                hidden by their names; charts zoom with plus and minus and can be saved as SVG or PNG.
                """);
    }

    /** Models side by side, from tables of models, folds, curves and confusions. */
    public static DefaultView scores(RequireViewParameters view) {
        return of(view, "scores", """
                Compares all models: their metrics, ROC, precision-recall, calibration and decision curves, the metric of each
                fold beside the mean, accuracy against the number of parameters, and confusion matrices. Models can be hidden
                by their names; charts zoom with plus and minus and can be saved as SVG or PNG.
                """);
    }

    /**
     * How a model was trained, from its training log and, if the node has them, tables of a sweep over temperature and
     * weight, of circuits with pictures, of gradients, and of a learning curve over the share of labelled subjects.
     */
    public static DefaultView training(RequireViewParameters view) {
        return of(view, "training", """
                Shows the losses and the score of each fold's model by epoch, and which epoch was kept and why. If several
                temperatures and weights were tried, a map shows their scores; if a circuit was trained, its picture is
                shown. A learning curve shows how good students are with few labels. Curves can be hidden by their names; charts zoom with plus and minus and can be saved as SVG or PNG.
                """);
    }

    private static DefaultView of(RequireViewParameters view, String name, String description) {
        return view.withoutParameters()
                .description(description)
                .page(page -> ViewPage.of(page, name))
                .initialData(data -> data.data(InternalTables::contents));
    }
}
