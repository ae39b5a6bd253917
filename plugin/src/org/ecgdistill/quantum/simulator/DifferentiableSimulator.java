package org.ecgdistill.quantum.simulator;

/** A simulator that also knows exact gradients. */
public interface DifferentiableSimulator extends Simulator {

    /**
     * The vector–Jacobian product of the rows and parameters that {@link #expectations} was last called with.
     *
     * @param upstream dL/d⟨Z⟩, rows × qubits
     * @param featureGradient receives dL/dx, rows × features; null if nobody wants it, which saves time
     * @param parameterGradient receives dL/dθ, summed over the rows; null if nobody wants it
     */
    void backward(double[] upstream, double[] featureGradient, double[] parameterGradient);
}
