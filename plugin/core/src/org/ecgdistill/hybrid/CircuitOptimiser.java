package org.ecgdistill.hybrid;

import org.ecgdistill.quantum.optimiser.Bobyqa;
import org.ecgdistill.quantum.optimiser.CmaEs;
import org.ecgdistill.quantum.optimiser.ConjugateGradient;
import org.ecgdistill.quantum.optimiser.Optimiser;
import org.ecgdistill.quantum.optimiser.Spsa;

/** The optimisers that look at all rows at once, by name. */
public enum CircuitOptimiser {
    SPSA,
    CONJUGATE_GRADIENT,
    BOBYQA,
    CMA_ES;

    private static final double STEP = 0.1;

    Optimiser build(int evaluations, long seed) {
        return switch (this) {
            case SPSA -> new Spsa(evaluations, STEP, STEP, seed);
            case CONJUGATE_GRADIENT -> new ConjugateGradient(evaluations);
            case BOBYQA -> new Bobyqa(evaluations);
            case CMA_ES -> new CmaEs(evaluations, seed);
        };
    }
}
