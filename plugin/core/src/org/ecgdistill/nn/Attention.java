package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;

/**
 * Where in time a network looks: the mean over channels of its squared activations, brought to length 1 so that networks
 * of any width and depth compare (Zagoruyko and Komodakis 2017, in one dimension).
 */
public final class Attention {

    /** Avoids a division by zero if all activations are zero; far below any other length. */
    private static final double NOTHING = 1e-24;

    private Attention() {}

    /**
     * @param maps activations before they are averaged over time, (rows, channels, steps)
     * @return (rows, steps), each row of length 1
     */
    public static NDArray of(NDArray maps) {
        return normalised(maps.square().mean(new int[] {1}));
    }

    /** Each row divided by its length. */
    public static NDArray normalised(NDArray rows) {
        var square = rows.square().sum(new int[] {1}, true);
        return rows.div(square.add(Torch.constant(rows, NOTHING)).sqrt());
    }
}
