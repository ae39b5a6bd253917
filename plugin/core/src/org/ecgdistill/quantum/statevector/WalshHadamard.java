package org.ecgdistill.quantum.statevector;

import java.util.List;
import java.util.stream.IntStream;

/** Sums and differences over the bits of a row's index: W_m = Σ_k (−1)^{parity of m and k} w_k, and parts of it. */
final class WalshHadamard {

    private WalshHadamard() {}

    /** The whole transform, in place. */
    static <R> void transform(Kernels<R> kernels, R[] rows, int lanes) {
        var bits = IntStream.range(0, Integer.numberOfTrailingZeros(rows.length))
                .boxed()
                .toList();
        transform(kernels, bits, rows, 1, lanes);
    }

    /** Over some bits only, times {@code scale} for each of them, in place; two bits at a time. */
    static <R> void transform(Kernels<R> kernels, List<Integer> bits, R[] rows, double scale, int lanes) {
        var i = 0;
        for (; i + 1 < bits.size(); i += 2) {
            transformTwo(kernels, 1 << bits.get(i), 1 << bits.get(i + 1), rows, scale * scale, lanes);
        }
        if (i < bits.size()) {
            transformOne(kernels, 1 << bits.get(i), rows, scale, lanes);
        }
    }

    private static <R> void transformTwo(Kernels<R> kernels, int bit0, int bit1, R[] rows, double scale, int lanes) {
        for (var zero = 0; zero < rows.length; zero++) {
            if ((zero & (bit0 | bit1)) == 0) {
                kernels.hadamardTwo(
                        rows[zero], rows[zero | bit0], rows[zero | bit1], rows[zero | bit0 | bit1], scale, lanes);
            }
        }
    }

    private static <R> void transformOne(Kernels<R> kernels, int bit, R[] rows, double scale, int lanes) {
        for (var zero = 0; zero < rows.length; zero++) {
            if ((zero & bit) == 0) {
                kernels.hadamard(rows[zero], rows[zero | bit], scale, lanes);
            }
        }
    }
}
