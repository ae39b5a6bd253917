package org.ecgdistill.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Some rows of the examples as arrays, for one step of training. */
public final class Batch {

    private final NDManager m_arrays;

    private final Examples m_examples;

    private final int[] m_order;

    private final int m_from;

    private final int m_to;

    Batch(final NDManager arrays, final Examples examples, final int[] order, final int from, final int to) {
        m_arrays = arrays;
        m_examples = examples;
        m_order = order;
        m_from = from;
        m_to = to;
    }

    public int rows() {
        return m_to - m_from;
    }

    /** (rows, leads, samples) */
    public NDArray input() {
        return array(m_examples.signals(), new Shape(rows(), m_examples.leads(), m_examples.samples()));
    }

    public boolean has(final String target) {
        return m_examples.targets().containsKey(target);
    }

    /** (rows, columns) */
    public NDArray target(final String name) {
        var values = m_examples.targets().get(name);
        return array(values, new Shape(rows(), values[0].length));
    }

    private NDArray array(final float[][] values, final Shape shape) {
        var width = values[0].length;
        var flat = new float[rows() * width];
        for (var row = m_from; row < m_to; row++) {
            System.arraycopy(values[m_order[row]], 0, flat, (row - m_from) * width, width);
        }
        return m_arrays.create(flat, shape);
    }
}
