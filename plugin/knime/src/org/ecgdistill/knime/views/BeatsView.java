package org.ecgdistill.knime.views;

import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;

/**
 * The average beat of each class. The node keeps one table: a row for each lead and class with the mean and the standard
 * deviation of its beats.
 */
public final class BeatsView {

    private BeatsView() {}

    public static DefaultView of(RequireViewParameters view) {
        return view.withoutParameters()
                .description("""
                    What the beats of each class look like in each lead: their mean and, around it, one standard
                    deviation. Classes can be hidden by their names; charts zoom with plus and minus and can be saved as
                    SVG or PNG.
                    """)
                .page(page -> ViewPage.of(page, "beats"))
                .initialData(data -> data.data(InternalTables::contents));
    }
}
