package org.ecgdistill.runner.engine;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractPainterDataValueRenderer;
import org.knime.core.node.BufferedDataTable;

/** Takes the picture of a cell as KNIME's table view does: the renderer is a component that paints itself. */
final class CellPicture {

    private CellPicture() {}

    static Optional<BufferedImage> of(BufferedDataTable table, int row, String column, String renderer) {
        var spec = table.getDataTableSpec().getColumnSpec(column);
        return spec.getType().getRendererFactories().stream()
                .filter(factory -> factory.getDescription().equals(renderer))
                .findFirst()
                .map(factory -> factory.createRenderer(spec))
                .map(made -> picture((AbstractPainterDataValueRenderer) made, cell(table, row, spec)));
    }

    private static DataCell cell(BufferedDataTable table, int row, DataColumnSpec column) {
        try (var rows = table.iterator()) {
            for (var i = 0; i < row; i++) {
                rows.next();
            }
            return rows.next().getCell(table.getDataTableSpec().findColumnIndex(column.getName()));
        }
    }

    private static BufferedImage picture(AbstractPainterDataValueRenderer renderer, DataCell cell) {
        var component = renderer.getRendererComponent(cell);
        var size = renderer.getPreferredSize(component.getPreferredSize());
        component.setSize(size);
        var image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        try {
            component.paint(graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
