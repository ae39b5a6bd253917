package org.knime.core.data.renderer;

import java.awt.Component;
import java.awt.Dimension;
import javax.swing.ListCellRenderer;
import javax.swing.table.TableCellRenderer;
import org.knime.core.data.DataColumnSpec;

/** Draws the values of a column. */
@SuppressWarnings("rawtypes") // as in KNIME
public interface DataValueRenderer extends TableCellRenderer, ListCellRenderer {

    String getDescription();

    Dimension getPreferredSize();

    Component getRendererComponent(Object val);

    boolean accepts(DataColumnSpec spec);
}
