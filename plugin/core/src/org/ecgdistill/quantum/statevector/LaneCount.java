package org.ecgdistill.quantum.statevector;

import java.util.List;
import org.ecgdistill.quantum.Circuit;

/**
 * How many rows of features the simulator works on side by side. Many make the loops long, which is what makes them fast;
 * 256 is enough. Fewer keep large circuits from taking too much memory.
 */
final class LaneCount {

    private static final int MOST = 256;
    private static final int FEWEST = 8;
    private static final long MEMORY = 96L << 20;

    private LaneCount() {}

    static int of(Circuit circuit, List<Layer> layers) {
        // Layers with a gradient keep the state; beside them there are λ, weights, a table and the like.
        var states = 6 + layers.stream().mapToDouble(LaneCount::keptStates).sum();
        var bytesPerLane = 16 * circuit.dimension() * states;
        var affordable = (int) (MEMORY / bytesPerLane);
        return Math.max(FEWEST, Math.min(MOST, affordable / FEWEST * FEWEST));
    }

    private static double keptStates(Layer layer) {
        if (layer instanceof Layer.FeaturePhases phases) {
            return phases.phases().size() == 1 ? 0.5 : 1;
        }
        return layer instanceof Layer.Renaming || layer instanceof Layer.Hadamards ? 0 : 1;
    }
}
