package org.ecgdistill.recording.wfdb.flac;

import java.io.IOException;
import java.util.Arrays;

/** Decodes the samples of one channel in a FLAC frame (RFC 9639, section 9.2). */
final class FlacSubframe {

    /** The coefficients of the fixed predictors of order 0 to 4. */
    private static final long[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

    private final FlacInput input;
    private final long[] samples;
    private final int count;

    FlacSubframe(FlacInput input, long[] samples, int count) {
        this.input = input;
        this.samples = samples;
        this.count = count;
    }

    void decode(int bitsPerSample) throws IOException {
        if (input.unsigned(1) != 0) {
            throw new FlacFormatException("a channel with a reserved bit");
        }
        var type = (int) input.unsigned(6);
        var wasted = input.unsigned(1) == 0 ? 0 : input.unary() + 1;
        var bits = bitsPerSample - wasted;
        if (bits < 1) {
            throw new FlacFormatException("a channel without bits");
        }
        if (type == 0) {
            Arrays.fill(samples, 0, count, input.signed(bits));
        } else if (type == 1) {
            verbatim(0, count, bits);
        } else if (type >= 8 && type <= 12) {
            fixed(type - 8, bits);
        } else if (type >= 32) {
            linear(type - 31, bits);
        } else {
            throw new FlacFormatException("a channel of the reserved type " + type);
        }
        if (wasted > 0) {
            for (var i = 0; i < count; i++) {
                samples[i] <<= wasted;
            }
        }
    }

    private void verbatim(int from, int to, int bits) throws IOException {
        if (to > count) {
            throw new FlacFormatException("a predictor longer than its frame");
        }
        for (var i = from; i < to; i++) {
            samples[i] = input.signed(bits);
        }
    }

    private void fixed(int order, int bits) throws IOException {
        verbatim(0, order, bits);
        residual(order);
        predict(FIXED[order], 0);
    }

    private void linear(int order, int bits) throws IOException {
        verbatim(0, order, bits);
        var precision = (int) input.unsigned(4) + 1;
        var shift = (int) input.signed(5);
        if (precision == 16 || shift < 0) {
            throw new FlacFormatException("a predictor with a reserved precision");
        }
        var coefficients = new long[order];
        for (var i = 0; i < order; i++) {
            coefficients[i] = input.signed(precision);
        }
        residual(order);
        predict(coefficients, shift);
    }

    private void predict(long[] coefficients, int shift) {
        var order = coefficients.length;
        for (var i = order; i < count; i++) {
            var prediction = 0L;
            for (var j = 0; j < order; j++) {
                prediction += coefficients[j] * samples[i - 1 - j];
            }
            samples[i] += prediction >> shift;
        }
    }

    /** What the predictor misses, in Rice codes whose parameter changes from part to part. */
    private void residual(int order) throws IOException {
        var method = (int) input.unsigned(2);
        if (method > 1) {
            throw new FlacFormatException("a residual of a reserved method");
        }
        var parameterBits = method == 0 ? 4 : 5;
        var partitionOrder = (int) input.unsigned(4);
        var partition = count >> partitionOrder;
        if (partition << partitionOrder != count || partition < order) {
            throw new FlacFormatException("a residual in parts that do not fit the frame");
        }
        var at = order;
        for (var i = 1; i <= 1 << partitionOrder; i++) {
            var parameter = (int) input.unsigned(parameterBits);
            var end = i * partition;
            if (parameter == (1 << parameterBits) - 1) {
                verbatim(at, end, (int) input.unsigned(5));
            } else {
                rice(at, end, parameter);
            }
            at = end;
        }
    }

    private void rice(int from, int to, int parameter) throws IOException {
        for (var i = from; i < to; i++) {
            var folded = (long) input.unary() << parameter | input.unsigned(parameter);
            samples[i] = folded >>> 1 ^ -(folded & 1);
        }
    }
}
