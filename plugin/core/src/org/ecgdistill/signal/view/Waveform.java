package org.ecgdistill.signal.view;

import java.awt.geom.Path2D;

/** A signal as a curve that fills a small picture. */
public final class Waveform {

    /** So that a thick line is not cut off at the edges. */
    private static final float MARGIN = 2;

    private Waveform() {}

    /**
     * The curve, from the left edge to the right and from the lowest sample at the bottom to the highest at the top; a
     * signal that does not move is a line in the middle. It is interrupted where samples are missing.
     *
     * @param width of the picture, in points
     * @param height of the picture, in points
     */
    public static Path2D path(double[] signal, int width, int height) {
        var trace = Trace.of(signal, Math.max(1, width));
        var least = Float.POSITIVE_INFINITY;
        var most = Float.NEGATIVE_INFINITY;
        for (var points : new float[][] {trace.low(), trace.high()}) {
            for (var point : points) {
                least = point < least ? point : least;
                most = point > most ? point : most;
            }
        }
        var scale = most > least ? (height - 2 * MARGIN) / (most - least) : 0;
        var bottom = scale > 0 ? height - MARGIN : height / 2f;
        var step = width / (float) Math.max(1, trace.low().length - 1);
        var path = new Path2D.Float();
        var isDown = false;
        for (var i = 0; i < trace.low().length; i++) {
            if (Float.isNaN(trace.low()[i])) {
                isDown = false;
                continue;
            }
            var y = bottom - (trace.low()[i] - least) * scale;
            if (isDown) {
                path.lineTo(i * step, y);
            } else {
                path.moveTo(i * step, y);
                isDown = true;
            }
            if (trace.high().length > 0) {
                path.lineTo(i * step, bottom - (trace.high()[i] - least) * scale);
            }
        }
        return path;
    }
}
