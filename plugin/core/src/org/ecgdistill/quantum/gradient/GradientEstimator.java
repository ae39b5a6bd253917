package org.ecgdistill.quantum.gradient;

import org.ecgdistill.common.Progress;

/** One way to get a circuit's gradient, for one thread. */
public interface GradientEstimator {

    String name();

    /**
     * The gradient of L = Σ upstream · ⟨Z⟩, or an estimate of it.
     *
     * @param features rows × features
     * @param upstream dL/d⟨Z⟩, rows × qubits
     */
    Gradient estimate(double[] features, int rows, double[] parameters, double[] upstream, Progress progress);
}
