package org.ecgdistill.quantum.ansatz;

import org.ecgdistill.quantum.QuantumException;

/** How often an ansatz is repeated. */
final class Repetitions {

    private Repetitions() {}

    static void require(int repetitions, int least) {
        if (repetitions < least) {
            throw new QuantumException(
                    "The ansatz is to be repeated " + repetitions + " times: choose at least " + least + ".");
        }
    }
}
