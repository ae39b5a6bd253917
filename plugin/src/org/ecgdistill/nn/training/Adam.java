package org.ecgdistill.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.ecgdistill.nn.Torch;

/** Adam (Kingma and Ba 2015) and AdamW (Loshchilov and Hutter 2019) on one vector, as PyTorch counts them. */
final class Adam {

    private static final double BETA1 = 0.9;

    private static final double BETA2 = 0.999;

    private static final double EPSILON = 1e-8;

    private final NDArray m_parameters;

    private final NDArray m_mean;

    private final NDArray m_square;

    private final Schedule m_schedule;

    private int m_steps;

    Adam(final NDManager arrays, final NDArray parameters, final Schedule schedule) {
        m_parameters = parameters;
        m_mean = arrays.zeros(parameters.getShape());
        m_square = arrays.zeros(parameters.getShape());
        m_schedule = schedule;
    }

    /** Takes a step along the parameters' gradient and clears it. */
    void step(final double rate) {
        m_steps++;
        var first = 1 - Math.pow(BETA1, m_steps);
        var second = 1 - Math.pow(BETA2, m_steps);
        try (var gradient = m_parameters.getGradient()) {
            if (m_schedule.clip() > 0) {
                // DJL's own bound holds on the positive side only.
                try (var clipped = gradient.clip(-m_schedule.clip(), m_schedule.clip())) {
                    update(clipped, rate, first, second);
                }
            } else {
                update(gradient, rate, first, second);
            }
        }
        Torch.zeroGradient(m_parameters);
    }

    /** √(v/c₂) + ε is (√v + ε√c₂)/√c₂, which is what the engine's one-operation form needs. */
    private void update(final NDArray gradient, final double rate, final double first, final double second) {
        Torch.adam(
                m_parameters,
                gradient,
                m_mean,
                m_square,
                new Torch.AdamStep(
                        rate,
                        rate * Math.sqrt(second) / first,
                        m_schedule.weightDecay(),
                        BETA1,
                        BETA2,
                        EPSILON * Math.sqrt(second),
                        m_schedule.decoupled()));
    }
}
