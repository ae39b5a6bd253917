package org.ecgdistill.knime.views;

import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** Signals before and after denoising, above each other, and what was removed. The node keeps nothing for it. */
public final class DenoisedView {

    private DenoisedView() {}

    public static DefaultView of(RequireViewParameters view) {
        return view.withoutParameters()
                .description("""
                    Shows each signal before (grey) and after denoising, and below it what was removed, which should be
                    noise without any trace of a heartbeat. Scroll with the arrow keys or the mouse, zoom with plus and
                    minus, and save the picture as SVG or PNG.
                    """)
                .page(page -> ViewPage.of(page, "denoised"))
                .initialData(data -> data.data(in -> denoised(in).start()))
                .dataService(service -> service.handler(DenoisedView::denoised));
    }

    private static DenoisedService denoised(ViewInput in) {
        return new DenoisedService(NodePorts.input(1), NodePorts.output(1));
    }
}
