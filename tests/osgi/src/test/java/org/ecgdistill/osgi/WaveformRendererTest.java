package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import javax.imageio.ImageIO;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** Signals as small curves in KNIME's table views. */
class WaveformRendererTest {
    private static final String TABLE = "1";
    private static final String NAME = "Waveform";

    /** The middle of what is painted in a column of the picture, from the top; NaN if nothing is. */
    private static double height(BufferedImage picture, int x) {
        var sum = 0.0;
        var weight = 0.0;
        for (var y = 0; y < picture.getHeight(); y++) {
            var opacity = picture.getRGB(x, y) >>> 24;
            sum += opacity * (y + 0.5);
            weight += opacity;
        }
        return sum / weight;
    }

    @Test
    void aRampRisesFromTheLeftBottomToTheRightTop() throws IOException {
        var ramp = new double[1000];
        for (var i = 0; i < ramp.length; i++) {
            ramp[i] = 3 + 0.01 * i;
        }
        var workflow = Knime.get().workflow();
        workflow.add(Table.of(Column.signals("Signal", ramp, null, new double[] {1, 1, Double.NaN, 1})));
        try (var run = workflow.run()) {
            var picture = run.picture(TABLE, 1, 0, "Signal", NAME).orElseThrow();
            assertEquals(240, picture.getWidth());
            assertEquals(40, picture.getHeight());
            for (var x = 10; x < 230; x++) {
                assertEquals(38 - 36 * (x + 0.5) / 240, height(picture, x), 1);
            }
            assertTrue(height(run.picture(TABLE, 1, 1, "Signal", NAME).orElseThrow(), 3) < 20, "a mark for missing");
            var flat = run.picture(TABLE, 1, 2, "Signal", NAME).orElseThrow();
            assertEquals(20, height(flat, 20), 0.6);
            assertTrue(Double.isNaN(height(flat, 160)), "nothing is drawn where samples are missing");
        }
    }

    @Test
    void showsRecordingsAndIsOfferedForListsOnly() throws IOException {
        var workflow = Knime.get().workflow();
        workflow.add(OwnNode.ECG_GENERATOR.factory()).set("subjects", 1).set("duration", 5);
        try (var run = workflow.run()) {
            var picture = run.picture("ECG Generator", 1, 0, "Signal", NAME).orElseThrow();
            ImageIO.write(picture, "png", new File("target/waveform.png"));
            assertTrue(run.picture("ECG Generator", 1, 0, "Record", NAME).isEmpty());
        }
    }

    /** The table view may paint a cell after it has asked for the next, in another thread. */
    @Test
    void aCellIsPaintedWithItsOwnSignal() throws ReflectiveOperationException {
        var plugin = Knime.get().bundles().stream()
                .filter(bundle -> "org.ecgdistill.knime".equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
        var factory = plugin.loadClass("org.ecgdistill.knime.renderer.WaveformRenderer$Factory");
        var column = plugin.loadClass("org.knime.core.data.DataColumnSpec");
        var renderer = factory.getMethod("createRenderer", column)
                .invoke(factory.getConstructor().newInstance(), (Object) null);
        var of = renderer.getClass().getMethod("getRendererComponent", Object.class);
        var up = (Component) of.invoke(renderer, list(plugin, 0, 1, 2, 3));
        var down = (Component) of.invoke(renderer, list(plugin, 3, 2, 1, 0));
        assertTrue(height(painted(up), 10) > 30 && height(painted(up), 230) < 10, "it rises");
        assertTrue(height(painted(down), 10) < 10 && height(painted(down), 230) > 30, "it falls");
    }

    private static Object list(Bundle plugin, double... values) throws ReflectiveOperationException {
        var number = plugin.loadClass("org.knime.core.data.def.DoubleCell").getConstructor(double.class);
        var cells = new ArrayList<Object>();
        for (var value : values) {
            cells.add(number.newInstance(value));
        }
        return plugin.loadClass("org.knime.core.data.collection.CollectionCellFactory")
                .getMethod("createListCell", Collection.class)
                .invoke(null, cells);
    }

    private static BufferedImage painted(Component component) {
        component.setSize(240, 40);
        var image = new BufferedImage(240, 40, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        component.paint(graphics);
        graphics.dispose();
        return image;
    }
}
