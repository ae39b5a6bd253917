package org.ecgdistill.quantum.strange;

import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.simulator.Backend;

/** Runs circuits on Strange: correct to single precision, and some thousand times slower than our own simulator. */
public record StrangeBackend() implements Backend {

    @Override
    public String name() {
        return "Strange";
    }

    @Override
    public StrangeSimulator open(Circuit circuit) {
        return new StrangeSimulator(circuit);
    }
}
