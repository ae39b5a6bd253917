package org.ecgdistill.quantum.featuremap;

import org.ecgdistill.quantum.QuantumException;

/** How often a feature map is repeated. */
final class Repetitions {

    private Repetitions() {}

    static void require(int repetitions) {
        if (repetitions < 1) {
            throw new QuantumException("A feature map repeated " + repetitions
                    + " times would not encode anything: choose at least 1 repetition.");
        }
    }
}
