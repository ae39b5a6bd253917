package org.ecgdistill.quantum.statevector;

import java.util.List;

/** Hadamard gates, two qubits at a time. They are their own inverse, and on all qubits the Walsh–Hadamard transform. */
final class HadamardStep<R> implements CompiledStep<R> {

    private final Kernels<R> kernels;
    private final List<Integer> qubits;
    private final StateRows<R> before;
    private final StateRows<R> after;
    private final StateRows<R> adjoint;

    HadamardStep(
            Kernels<R> kernels, List<Integer> qubits, StateRows<R> before, StateRows<R> after, StateRows<R> adjoint) {
        this.kernels = kernels;
        this.qubits = qubits;
        this.before = before;
        this.after = after;
        this.adjoint = adjoint;
    }

    @Override
    public void forward(int lanes) {
        before.copyTo(after, kernels, lanes);
        WalshHadamard.transform(kernels, qubits, after.re(), Math.sqrt(0.5), lanes);
        WalshHadamard.transform(kernels, qubits, after.im(), Math.sqrt(0.5), lanes);
    }

    @Override
    public void backward(int lanes, boolean collect, boolean further) {
        if (further) {
            WalshHadamard.transform(kernels, qubits, adjoint.re(), Math.sqrt(0.5), lanes);
            WalshHadamard.transform(kernels, qubits, adjoint.im(), Math.sqrt(0.5), lanes);
        }
    }
}
