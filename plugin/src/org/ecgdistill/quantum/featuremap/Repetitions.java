package org.ecgdistill.quantum.featuremap;

import org.ecgdistill.quantum.QuantumException;

/** How often a feature map is repeated. */
final class Repetitions {

    static void require(final int repetitions) {
        if (repetitions < 1) {
            throw new QuantumException("A feature map repeated " + repetitions
                    + " times would not encode anything: choose at least 1 repetition.");
        }
    }

    private Repetitions() {}
}
