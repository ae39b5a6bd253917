package org.ecgdistill.knime.renderer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import org.ecgdistill.knime.common.Signals;
import org.ecgdistill.signal.view.Waveform;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.AbstractPainterDataValueRenderer;
import org.knime.core.data.renderer.DataValueRenderer;

/**
 * Shows a list of numbers as a small curve. It is offered for every column of lists of numbers, in the menu of the
 * column's header, and is never the default, so that lists look as before.
 */
public final class WaveformRenderer extends AbstractPainterDataValueRenderer {

    private static final long serialVersionUID = 1L;
    private static final String DESCRIPTION = "Waveform";
    private static final Dimension SIZE = new Dimension(240, 40);

    /** Dark enough for a white table, light enough for a dark one; the background is unchanged. */
    private static final Color CURVE = new Color(0x0e8a83);

    private static final Color TEXT = new Color(0x6b7883);

    /** Makes the renderer; KNIME finds it at the extension point. */
    public static final class Factory extends AbstractDataValueRendererFactory {
        @Override
        public String getDescription() {
            return DESCRIPTION;
        }

        @Override
        public DataValueRenderer createRenderer(DataColumnSpec column) {
            return new WaveformRenderer();
        }
    }

    /** Null if the cell shows no curve. */
    private transient double[] signal;

    private String instead = "";

    @Override
    public String getDescription() {
        return DESCRIPTION;
    }

    @Override
    public boolean accepts(DataColumnSpec column) {
        return Signals.isSignal(column.getType());
    }

    @Override
    public Dimension getPreferredSize() {
        return SIZE;
    }

    /**
     * A component of its own for each call: the table view asks for cells from several threads and paints later, and a
     * shared one could by then hold another person's signal.
     */
    @Override
    public Component getRendererComponent(Object value) {
        var renderer = new WaveformRenderer();
        renderer.setValue(value);
        return renderer;
    }

    @Override
    protected void setValue(Object value) {
        signal = null;
        instead = "";
        if (value instanceof DataCell cell && !cell.isMissing() && Signals.isSignal(cell.getType())) {
            signal = Signals.read(cell);
        } else if (value != null) {
            instead = value instanceof DataCell cell && cell.isMissing() ? "?" : "no numbers";
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        var paper = (Graphics2D) graphics.create();
        try {
            paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            if (signal == null) {
                paper.setColor(TEXT);
                paper.drawString(instead, 0, paper.getFontMetrics().getAscent());
            } else {
                paper.setColor(CURVE);
                paper.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                paper.draw(Waveform.path(signal, getWidth(), getHeight()));
            }
        } finally {
            paper.dispose();
        }
    }
}
