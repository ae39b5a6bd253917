package org.ecgdistill.nn;

/**
 * The layers' computations as plain loops in double precision: slow, but simple enough to be verified by reading. The
 * engine is compared with them.
 */
final class PlainLoops {

    private PlainLoops() {}

    /**
     * @param x (rows, channels, samples)
     * @param weight (outputs, channels in a group, samples of the kernel)
     * @param sizes of x, then outputs and samples of the kernel
     */
    static double[] convolution(double[] x, double[] weight, double[] bias, int[] sizes, Convolution.Geometry step) {
        var rows = sizes[0];
        var channels = sizes[1];
        var samples = sizes[2];
        var outputs = sizes[3];
        var kernel = sizes[4];
        var inGroup = channels / step.groups();
        var outGroup = outputs / step.groups();
        var stride = (int) step.stride();
        var padding = (int) step.padding();
        var length = (samples + 2 * padding - kernel) / stride + 1;
        var y = new double[rows * outputs * length];
        for (var row = 0; row < rows; row++) {
            for (var out = 0; out < outputs; out++) {
                for (var t = 0; t < length; t++) {
                    var sum = bias[out];
                    for (var in = 0; in < inGroup; in++) {
                        var signal = (row * channels + out / outGroup * inGroup + in) * samples;
                        for (var k = 0; k < kernel; k++) {
                            var at = t * stride + k - padding;
                            if (at >= 0 && at < samples) {
                                sum += x[signal + at] * weight[(out * inGroup + in) * kernel + k];
                            }
                        }
                    }
                    y[(row * outputs + out) * length + t] = sum;
                }
            }
        }
        return y;
    }

    /**
     * @param x (rows, inputs)
     * @param weight (outputs, inputs)
     */
    static double[] dense(double[] x, double[] weight, double... bias) {
        var outputs = bias.length;
        var inputs = weight.length / outputs;
        var y = new double[x.length / inputs * outputs];
        for (var i = 0; i < y.length; i++) {
            y[i] = bias[i % outputs];
            for (var in = 0; in < inputs; in++) {
                y[i] += x[i / outputs * inputs + in] * weight[i % outputs * inputs + in];
            }
        }
        return y;
    }

    /** Each channel of (rows, channels, samples) by its own mean and variance. */
    static double[] batchNorm(double[] x, double[] scale, double[] shift, int samples) {
        var channels = scale.length;
        var rows = x.length / channels / samples;
        var mean = new double[channels];
        var variance = new double[channels];
        for (var i = 0; i < x.length; i++) {
            mean[i / samples % channels] += x[i] / rows / samples;
        }
        for (var i = 0; i < x.length; i++) {
            var channel = i / samples % channels;
            variance[channel] += Math.pow(x[i] - mean[channel], 2) / rows / samples;
        }
        return normalised(x, mean, variance, scale, shift, samples);
    }

    /** Each channel of (rows, channels, samples) by a given mean and variance. */
    static double[] normalised(
            double[] x, double[] mean, double[] variance, double[] scale, double[] shift, int samples) {
        var y = new double[x.length];
        for (var i = 0; i < x.length; i++) {
            var channel = i / samples % scale.length;
            y[i] = (x[i] - mean[channel]) / Math.sqrt(variance[channel] + Layers.EPSILON) * scale[channel]
                    + shift[channel];
        }
        return y;
    }

    /** Each row by its own mean and variance. */
    static double[] layerNorm(double[] x, double[] scale, double... shift) {
        var width = scale.length;
        var y = new double[x.length];
        for (var from = 0; from < x.length; from += width) {
            var mean = 0.0;
            for (var i = 0; i < width; i++) {
                mean += x[from + i] / width;
            }
            var variance = 0.0;
            for (var i = 0; i < width; i++) {
                variance += Math.pow(x[from + i] - mean, 2) / width;
            }
            for (var i = 0; i < width; i++) {
                y[from + i] = (x[from + i] - mean) / Math.sqrt(variance + Layers.EPSILON) * scale[i] + shift[i];
            }
        }
        return y;
    }

    /** The larger of each two neighbours. */
    static double[] largerOfTwo(double... x) {
        var y = new double[x.length / 2];
        for (var i = 0; i < y.length; i++) {
            y[i] = Math.max(x[2 * i], x[2 * i + 1]);
        }
        return y;
    }

    static double[] mean(double[] x, int width) {
        var y = new double[x.length / width];
        for (var i = 0; i < x.length; i++) {
            y[i / width] += x[i] / width;
        }
        return y;
    }

    static double[] softmax(double[] x, int width) {
        var y = new double[x.length];
        for (var from = 0; from < x.length; from += width) {
            var sum = 0.0;
            for (var i = from; i < from + width; i++) {
                y[i] = Math.exp(x[i]);
                sum += y[i];
            }
            for (var i = from; i < from + width; i++) {
                y[i] /= sum;
            }
        }
        return y;
    }

    /** Products of matrices: (count, rows, inner) times (count, inner, columns). */
    static double[] products(double[] a, double[] b, int rows, int inner, int columns) {
        var y = new double[a.length / inner * columns];
        for (var i = 0; i < y.length; i++) {
            var column = i % columns;
            var row = i / columns % rows;
            var matrix = i / columns / rows;
            for (var k = 0; k < inner; k++) {
                y[i] += a[(matrix * rows + row) * inner + k] * b[(matrix * inner + k) * columns + column];
            }
        }
        return y;
    }

    /** The numbers after some steps of Adam along one gradient. */
    static double[] adam(double[] start, double[] gradient, int steps, double rate) {
        var x = start.clone();
        for (var i = 0; i < x.length; i++) {
            var mean = 0.0;
            var square = 0.0;
            for (var step = 1; step <= steps; step++) {
                mean = 0.9 * mean + 0.1 * gradient[i];
                square = 0.999 * square + 0.001 * gradient[i] * gradient[i];
                x[i] -= rate
                        * (mean / (1 - Math.pow(0.9, step)))
                        / (Math.sqrt(square / (1 - Math.pow(0.999, step))) + 1e-8);
            }
        }
        return x;
    }
}
