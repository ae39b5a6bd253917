package org.ecgdistill.quantum.statevector;

/** ⟨Z⟩ of every qubit from the final amplitudes, and the λ that a gradient starts from. */
final class StateReadout<R> {

    private final Kernels<R> kernels;
    private final StateRows<R> state;
    private final StateRows<R> adjoint;
    private final int qubits;
    private final R[] weights;
    private final R[] perQubit;
    private double scale = 1;

    /**
     * @param state the final amplitudes
     * @param adjoint λ at the same moment
     */
    StateReadout(Kernels<R> kernels, StateRows<R> state, StateRows<R> adjoint, int capacity) {
        this.kernels = kernels;
        this.state = state;
        this.adjoint = adjoint;
        this.qubits = Integer.numberOfTrailingZeros(state.dimension());
        this.weights = kernels.rows(state.dimension(), capacity);
        this.perQubit = kernels.rows(qubits, capacity);
    }

    /** Sets what the rows have to be multiplied by to be amplitudes. */
    void setScale(double scale) {
        this.scale = scale;
    }

    /** Folds the probabilities in half, highest qubit first: differences make ⟨Z⟩, sums go on. */
    void expectations(double[] into, int firstRow, int lanes) {
        probabilities(lanes);
        for (var qubit = qubits - 1; qubit >= 0; qubit--) {
            kernels.fill(perQubit[qubit], 0, lanes);
            for (var low = 0; low < 1 << qubit; low++) {
                kernels.foldDifference(weights[low], weights[low | 1 << qubit], perQubit[qubit], lanes);
            }
            kernels.scatter(perQubit[qubit], scale * scale, into, firstRow * qubits + qubit, qubits, lanes);
        }
    }

    void probabilities(double[] into, int firstRow, int lanes) {
        probabilities(lanes);
        for (var i = 0; i < weights.length; i++) {
            kernels.scatter(weights[i], scale * scale, into, firstRow * weights.length + i, weights.length, lanes);
        }
    }

    /** The amplitudes of the first lane. */
    void amplitudes(double[] re, double[] im) {
        for (var i = 0; i < re.length; i++) {
            kernels.scatter(state.re()[i], scale, re, i, 1, 1);
            kernels.scatter(state.im()[i], scale, im, i, 1, 1);
        }
    }

    private void probabilities(int lanes) {
        for (var i = 0; i < weights.length; i++) {
            kernels.squares(state.re()[i], state.im()[i], weights[i], lanes);
        }
    }

    /** λ = W ψ with W = Σ upstream · Z, which is diagonal: setting a qubit to 1 takes twice its weight away. */
    void startBackward(double[] upstream, int firstRow, int lanes) {
        kernels.fill(weights[0], 0, lanes);
        for (var qubit = 0; qubit < qubits; qubit++) {
            kernels.gather(upstream, scale * scale, firstRow * qubits + qubit, qubits, perQubit[qubit], lanes);
            kernels.add(perQubit[qubit], weights[0], lanes);
        }
        for (var qubit = 0; qubit < qubits; qubit++) {
            for (var low = 0; low < 1 << qubit; low++) {
                kernels.subtractTwice(weights[low], perQubit[qubit], weights[low | 1 << qubit], lanes);
            }
        }
        for (var i = 0; i < weights.length; i++) {
            kernels.multiply(state.re()[i], weights[i], adjoint.re()[i], lanes);
            kernels.multiply(state.im()[i], weights[i], adjoint.im()[i], lanes);
        }
    }
}
