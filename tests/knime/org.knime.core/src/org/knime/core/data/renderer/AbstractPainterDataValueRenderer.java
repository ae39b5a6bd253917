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
    public boolean accepts(DataColumnSpec spec) {
        return true;
    }

    /** A value, a missing cell, or null. */
    protected abstract void setValue(Object value);

    @Override
    public Component getRendererComponent(Object val) {
        setValue(val);
        return this;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int column) {
        return getRendererComponent(value);
    }

    @Override
    public Component getListCellRendererComponent(
            JList list, Object value, int index, boolean isSelected, boolean cellHasFocus) {
        return getRendererComponent(value);
    }

    /** The size in which a picture is taken for a place of this size. */
    public Dimension getPreferredSize(Dimension viewPortDimension) {
        return viewPortDimension;
    }
}
