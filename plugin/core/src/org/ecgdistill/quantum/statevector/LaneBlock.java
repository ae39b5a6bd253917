package org.ecgdistill.quantum.statevector;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Preparation;

/**
 * A circuit set up to run on up to {@code capacity} rows of features side by side. All memory is taken when the block is
 * made.
 */
final class LaneBlock<R> {

    private static final int MAXIMUM_LANES = 256;
    private static final int MINIMUM_LANES = 8;
    private static final long MEMORY = 96L << 20;

    private final LaneFeatures features;
    private final FeatureAngles<R> angles;
    private final List<PhaseTable<R>> tables;
    private final StartState<R> start;
    private final StateRows<R> adjointAtStart;
    private final List<CompiledStep<R>> steps;
    private final StateReadout<R> readout;

    LaneBlock(Circuit circuit, List<Layer> layers, Kernels<R> kernels, int capacity) {
        var dimension = circuit.dimension();
        features = new LaneFeatures(circuit.features(), capacity);
        angles = new FeatureAngles<>(kernels, features, capacity);
        var remaining = new ArrayList<>(layers);
        if (circuit.preparation() == Preparation.AMPLITUDES) {
            start = new AmplitudeStart<>(kernels, features, dimension, capacity);
        } else if (!layers.isEmpty()
                && layers.get(0) instanceof Layer.Hadamards hadamards
                && hadamards.qubits().size() == circuit.qubits()) {
            start = StartState.even(kernels, dimension, capacity);
            remaining.remove(0);
        } else {
            start = StartState.ground(kernels, dimension, capacity);
        }
        var wiring = new RowWiring<>(kernels, angles, start.rows(), remaining, capacity);
        tables = wiring.tables();
        adjointAtStart = wiring.adjointAtStart();
        steps = wiring.steps();
        readout = new StateReadout<>(kernels, wiring.end(), wiring.adjointAtEnd(), capacity);
    }

    /**
     * How many rows of features a circuit is best run on side by side. Many make the loops long, which is what makes them
     * fast; 256 is enough. Fewer keep large circuits from taking too much memory.
     */
    static int lanes(Circuit circuit, List<Layer> layers) {
        // Layers with a gradient keep the state; beside them there are λ, weights, a table and the like.
        var states = 6 + layers.stream().mapToDouble(LaneBlock::keptStates).sum();
        var bytesPerLane = 16 * circuit.dimension() * states;
        var affordable = (int) (MEMORY / bytesPerLane);
        return Math.max(MINIMUM_LANES, Math.min(MAXIMUM_LANES, affordable / MINIMUM_LANES * MINIMUM_LANES));
    }

    private static double keptStates(Layer layer) {
        if (layer instanceof Layer.FeaturePhases phases) {
            return phases.phases().size() == 1 ? 0.5 : 1;
        }
        return layer instanceof Layer.Renaming || layer instanceof Layer.Hadamards ? 0 : 1;
    }

    /** Takes over parameters for the calls to come. */
    void prepare(double[] parameters) {
        var scale = 1.0;
        for (var step : steps) {
            scale = step.prepare(parameters, scale);
        }
        readout.setScale(scale);
    }

    /** Runs the circuit on {@code lanes} rows of features from {@code firstRow} on. */
    void forward(double[] allFeatures, int firstRow, int featuresPerRow, int lanes) {
        features.load(allFeatures, firstRow * featuresPerRow, lanes);
        angles.compute(lanes);
        tables.forEach(table -> table.compute(lanes));
        start.load(lanes);
        for (var step : steps) {
            step.forward(lanes);
        }
    }

    StateReadout<R> readout() {
        return readout;
    }

    void clearGradient() {
        steps.forEach(CompiledStep::clearGradient);
    }

    /** Adds the parameters' gradient over all rows since {@link #clearGradient}. */
    void addGradient(double[] parameterGradient) {
        steps.forEach(step -> step.addGradient(parameterGradient));
    }

    /** Takes λ back through the layers of the last {@link #forward} run. */
    void backward(double[] upstream, int firstRow, int lanes, boolean wantFeatures, boolean wantParameters) {
        readout.startBackward(upstream, firstRow, lanes);
        if (wantFeatures) {
            angles.clearSensitivities(lanes);
            features.clearGradients(lanes);
            tables.forEach(table -> table.clearOverlaps(lanes));
        }
        var first = firstWanted(wantFeatures, wantParameters);
        for (var i = steps.size() - 1; i >= Math.max(0, first); i--) {
            steps.get(i).backward(lanes, isWanted(steps.get(i), wantFeatures, wantParameters), i > first);
        }
        if (wantFeatures) {
            tables.forEach(table -> table.collect(lanes));
            start.backward(adjointAtStart, lanes);
            angles.pullBack(lanes);
        }
    }

    void storeFeatureGradient(double[] into, int firstRow, int featuresPerRow, int lanes) {
        features.storeGradients(into, firstRow * featuresPerRow, lanes);
    }

    private static boolean isWanted(CompiledStep<?> step, boolean wantFeatures, boolean wantParameters) {
        return wantFeatures && step.readsFeatures() || wantParameters && step.readsParameters();
    }

    /** The first layer whose gradient is needed, −1 if that is the start itself. */
    private int firstWanted(boolean wantFeatures, boolean wantParameters) {
        if (wantFeatures && start.readsFeatures()) {
            return -1;
        }
        var first = 0;
        while (first < steps.size() && !isWanted(steps.get(first), wantFeatures, wantParameters)) {
            first++;
        }
        return first;
    }
}
