package org.ecgdistill.knime.views;

import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/**
 * Recordings as on ECG paper, to scroll and zoom, with their annotations. The node keeps one or two internal tables: its
 * records (a row for each recording and lead) and, if it has any, their annotations.
 */
public final class RecordingsView {

    private RecordingsView() {}

    public static DefaultView of(RequireViewParameters view) {
        return view.withoutParameters()
                .description("""
                    Shows the recordings as on ECG paper, at 25 mm/s and 10 mm/mV, lead by lead, with the annotated beats.
                    Scroll with the arrow keys or the mouse, zoom with plus and minus, and jump to the next beat that is
                    not normal with N. The picture can be saved as SVG or PNG.
                    """)
                .page(page -> ViewPage.of(page, "recordings"))
                .initialData(data -> data.data(in -> recordings(in).start()))
                .dataService(service -> service.handler(RecordingsView::recordings));
    }

    private static RecordingsService recordings(ViewInput in) {
        var tables = InternalTables.of(in);
        return new RecordingsService(tables.get(0), tables.size() > 1 ? tables.get(1) : null);
    }
}
