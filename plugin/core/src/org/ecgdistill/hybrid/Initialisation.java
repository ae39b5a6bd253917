package org.ecgdistill.hybrid;

import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Tensor;

/** How a circuit's parameters start. */
public enum Initialisation {
    /** Normal with mean 0 and standard deviation 0.1: near the identity, where gradients are large. */
    SMALL,
    /** Uniform over the full turn from −π to π. */
    UNIFORM,
    ZERO;

    /** The names of arrays that hold a circuit's parameters begin with this. */
    private static final String CIRCUIT = "circuit.";

    private static final double DEVIATION = 0.1;

    /** Separates the circuits' random numbers from those of the other arrays. */
    private static final long SALT = 0x5DEECE66DL;

    /** A random start of a network whose circuits start like this. */
    public Weights start(Network network, long seed) {
        var random = new SplittableRandom(seed ^ SALT);
        var circuits = new LinkedHashMap<String, Tensor>();
        for (var slot : network.slots()) {
            if (slot.name().startsWith(CIRCUIT)) {
                var values = new float[slot.size()];
                for (var i = 0; i < values.length; i++) {
                    values[i] = (float) draw(random);
                }
                circuits.put(slot.name(), new Tensor(values, slot.lengths()));
            }
        }
        return Weights.random(network, seed).with(new Weights(circuits));
    }

    private double draw(SplittableRandom random) {
        return switch (this) {
            case SMALL -> DEVIATION * random.nextGaussian();
            case UNIFORM -> random.nextDouble(-Math.PI, Math.PI);
            case ZERO -> 0;
        };
    }
}
