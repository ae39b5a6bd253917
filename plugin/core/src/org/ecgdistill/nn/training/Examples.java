package org.ecgdistill.nn.training;

import java.util.HashMap;
import java.util.Map;
import org.ecgdistill.nn.NetworkException;

/**
 * Rows to learn from. The arrays are not copied and are not to be changed.
 *
 * @param leads how many leads each signal has
 * @param signals one row each, its leads one after the other; all of one length
 * @param targets what is known about each row, by a name that the loss uses: {@link #LABEL}, or a teacher's predictions
 */
public record Examples(int leads, float[][] signals, Map<String, float[][]> targets) {

    /** The name of the labels: one column of 0 and 1, or one column per class with a 1 where it applies. */
    public static final String LABEL = "label";

    /**
     * The name of a column of 1 for rows with a label and 0 for rows without one, which are learnt from by a teacher's
     * predictions alone. Absent if all rows have a label.
     */
    public static final String KNOWN = "known";

    public Examples {
        targets = Map.copyOf(targets);
        if (signals.length == 0) {
            throw new NetworkException("There are no rows to learn from.");
        }
        for (var row = 0; row < signals.length; row++) {
            if (signals[row].length != signals[0].length) {
                throw new NetworkException("All signals must have one length, but row " + (row + 1) + " has "
                        + signals[row].length / leads + " samples and the first has " + signals[0].length / leads
                        + ". Cut windows of one length first (ECG Segmenter).");
            }
        }
        if (signals[0].length == 0 || signals[0].length % leads != 0) {
            throw new NetworkException(
                    "A signal of " + signals[0].length + " samples can't be divided into " + leads + " leads.");
        }
        for (var target : targets.entrySet()) {
            if (target.getValue().length != signals.length) {
                throw new NetworkException("There are " + signals.length + " signals, but the target \""
                        + target.getKey() + "\" has " + target.getValue().length + " rows.");
            }
        }
    }

    public int rows() {
        return signals.length;
    }

    /** Samples in each lead. */
    public int samples() {
        return signals[0].length / leads;
    }

    /** The same examples with one more target. */
    public Examples with(String name, float[][] values) {
        var more = new HashMap<>(targets);
        more.put(name, values);
        return new Examples(leads, signals, more);
    }

    /** The same examples with only some of their rows, in the order given. */
    public Examples select(int[] rows) {
        var chosen = new HashMap<String, float[][]>();
        targets.forEach((name, values) -> chosen.put(name, pick(values, rows)));
        return new Examples(leads, pick(signals, rows), chosen);
    }

    private static float[][] pick(float[][] values, int[] rows) {
        var picked = new float[rows.length][];
        for (var i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }
}
