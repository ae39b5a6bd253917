package org.ecgdistill.quantum.statevector;

import java.util.List;

/** Hadamard gates, two qubits at a time. They are their own inverse, and on all qubits the Walsh–Hadamard transform. */
final class HadamardStep<R> extends CompiledStep<R> {

    private final List<Integer> qubits;

    HadamardStep(Workplace<R> rows, List<Integer> qubits) {
        super(rows);
        this.qubits = qubits;
    }

    @Override
    void forward(int lanes) {
        before.copyTo(after, kernels, lanes);
        WalshHadamard.transform(kernels, qubits, after.re(), Math.sqrt(0.5), lanes);
        WalshHadamard.transform(kernels, qubits, after.im(), Math.sqrt(0.5), lanes);
    }

    @Override
    void backward(int lanes, boolean collect, boolean further) {
        if (further) {
            WalshHadamard.transform(kernels, qubits, adjoint.re(), Math.sqrt(0.5), lanes);
            WalshHadamard.transform(kernels, qubits, adjoint.im(), Math.sqrt(0.5), lanes);
        }
    }
}
