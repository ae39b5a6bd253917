package org.ecgdistill.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.stream.IntStream;

/** Some rows of the examples as arrays, for one step of training. */
public final class Batch {

    private final NDManager arrays;
    private final Examples examples;
    private final int[] order;
    private final int from;
    private final int to;

    /**
     * @param arrays where the batch's arrays live
     * @param order of the examples' rows
     * @param from the batch's first place in the order
     * @param to the place after its last
     */
    public Batch(NDManager arrays, Examples examples, int[] order, int from, int to) {
        this.arrays = arrays;
        this.examples = examples;
        this.order = order;
        this.from = from;
        this.to = to;
    }

    /** All rows in their order. */
    public static Batch all(NDManager arrays, Examples examples) {
        return new Batch(arrays, examples, IntStream.range(0, examples.rows()).toArray(), 0, examples.rows());
    }

    public int rows() {
        return to - from;
    }

    /** (rows, leads, samples) */
    public NDArray input() {
        return array(examples.signals(), new Shape(rows(), examples.leads(), examples.samples()));
    }

    public boolean has(String target) {
        return examples.targets().containsKey(target);
    }

    /** (rows, columns) */
    public NDArray target(String name) {
        var values = examples.targets().get(name);
        return array(values, new Shape(rows(), values[0].length));
    }

    private NDArray array(float[][] values, Shape shape) {
        var width = values[0].length;
        var flat = new float[rows() * width];
        for (var row = from; row < to; row++) {
            System.arraycopy(values[order[row]], 0, flat, (row - from) * width, width);
        }
        return arrays.create(flat, shape);
    }
}
