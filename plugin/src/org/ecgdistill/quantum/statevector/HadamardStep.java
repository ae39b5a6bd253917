package org.ecgdistill.quantum.statevector;

import java.util.List;

/** Hadamard gates, two qubits at a time. They are their own inverse, and on all qubits the Walsh–Hadamard transform. */
final class HadamardStep<R> implements Step<R> {

    private final Kernels<R> kernels;
    private final List<Integer> qubits;
    private final Rows<R> before;
    private final Rows<R> after;
    private final Rows<R> adjoint;

    HadamardStep(
            final Kernels<R> kernels,
            final List<Integer> qubits,
            final Rows<R> before,
            final Rows<R> after,
            final Rows<R> adjoint) {
        this.kernels = kernels;
        this.qubits = qubits;
        this.before = before;
        this.after = after;
        this.adjoint = adjoint;
    }

    @Override
    public void forward(final int lanes) {
        before.copyTo(after, kernels, lanes);
        WalshHadamard.transform(kernels, qubits, after.re(), Math.sqrt(0.5), lanes);
        WalshHadamard.transform(kernels, qubits, after.im(), Math.sqrt(0.5), lanes);
    }

    @Override
    public void backward(final int lanes, final boolean collect, final boolean further) {
        if (further) {
            WalshHadamard.transform(kernels, qubits, adjoint.re(), Math.sqrt(0.5), lanes);
            WalshHadamard.transform(kernels, qubits, adjoint.im(), Math.sqrt(0.5), lanes);
        }
    }
}
