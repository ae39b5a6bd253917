package org.ecgdistill.quantum.shots;

import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.simulator.Backend;

/**
 * Another backend, measured a number of times: ⟨Z⟩ then has a standard deviation of √((1 − z²)/shots).
 *
 * @param seed the same seed and the same sequence of calls of a simulator give the same numbers
 */
public record ShotBackend(Backend exact, int shots, long seed) implements Backend {

    public ShotBackend {
        if (shots < 1) {
            throw new QuantumException(
                    "A circuit cannot be measured " + shots + " times: choose at least 1 shot, for example 5000.");
        }
    }

    @Override
    public String name() {
        return exact.name() + ", " + shots + " shots";
    }

    @Override
    public ShotSimulator open(Circuit circuit) {
        return new ShotSimulator(exact.open(circuit), shots, seed);
    }
}
