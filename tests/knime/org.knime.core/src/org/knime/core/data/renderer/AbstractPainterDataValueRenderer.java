package org.knime.core.data.renderer;

import java.awt.Component;
import java.awt.Dimension;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JTable;
import org.knime.core.data.DataColumnSpec;

/** A renderer that paints. KNIME's table view takes its picture and shows that. */
@SuppressWarnings({"rawtypes", "serial"}) // as in KNIME
public abstract class AbstractPainterDataValueRenderer extends JComponent implements DataValueRenderer {

    public AbstractPainterDataValueRenderer() {
        setOpaque(true);
    }

    @Override
    public String getDescription() {
        return "Default";
    }

    @Override
    public boolean accepts(final DataColumnSpec spec) {
        return true;
    }

    /** A value, a missing cell, or null. */
    protected abstract void setValue(Object value);

    @Override
    public Component getRendererComponent(final Object val) {
        setValue(val);
        return this;
    }

    @Override
    public Component getTableCellRendererComponent(
            final JTable table,
            final Object value,
            final boolean isSelected,
            final boolean hasFocus,
            final int row,
            final int column) {
        return getRendererComponent(value);
    }

    @Override
    public Component getListCellRendererComponent(
            final JList list,
            final Object value,
            final int index,
            final boolean isSelected,
            final boolean cellHasFocus) {
        return getRendererComponent(value);
    }

    /** The size in which a picture is taken for a place of this size. */
    public Dimension getPreferredSize(final Dimension viewPortDimension) {
        return viewPortDimension;
    }
}
