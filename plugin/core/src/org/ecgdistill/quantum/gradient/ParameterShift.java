package org.ecgdistill.quantum.gradient;

import java.util.Arrays;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.simulator.Backend;
import org.ecgdistill.quantum.simulator.Simulator;

/**
 * The exact gradient as a device can measure it: for the angle of each single gate RX, RY, RZ or P the derivative is half
 * the difference of two runs, with the angle a quarter turn further and a quarter turn back (Mitarai, Negoro, Kitagawa and
 * Fujii, Phys. Rev. A 98, 2018). The chain rule leads on to features and parameters. It holds with noise too.
 *
 * <p>Amplitudes that follow from features are no angles and cannot be shifted; the gradient with respect to such features
 * is taken by {@link FiniteDifferences}.
 */
public final class ParameterShift implements GradientEstimator {

    private final Circuit original;
    private final UnrolledCircuit unrolled;
    private final Simulator simulator;
    private final FiniteDifferences differences;

    public ParameterShift(Backend backend, Circuit circuit) {
        this.original = circuit;
        this.unrolled = new UnrolledCircuit(circuit);
        this.simulator = backend.open(unrolled.circuit());
        this.differences = unrolled.encodesAmplitudes() ? new FiniteDifferences(backend, circuit) : null;
    }

    @Override
    public String name() {
        return "parameter shift";
    }

    @Override
    public Gradient estimate(double[] features, int rows, double[] parameters, double[] upstream, Progress progress) {
        var runs = 2
                * (unrolled.parameterAngles().size() + unrolled.featureAngles().size());
        var weighted = new Weighted(simulator, upstream, rows, runs, progress);
        var featureGradient = new double[rows * original.features()];
        var parameterGradient = new double[parameters.length];
        var ownFeatures = unrolled.features(features, rows);
        var ownParameters = unrolled.parameters(parameters);
        for (var i = 0; i < unrolled.parameterAngles().size(); i++) {
            var further = weighted.perRow(ownFeatures, shifted(ownParameters, i, ownParameters.length, Math.PI / 2));
            var back = weighted.perRow(ownFeatures, shifted(ownParameters, i, ownParameters.length, -Math.PI / 2));
            var sensitivity = 0.0;
            for (var row = 0; row < rows; row++) {
                sensitivity += (further[row] - back[row]) / 2;
            }
            unrolled.parameterAngles().get(i).pullBack(sensitivity, features, 0, featureGradient, parameterGradient);
        }
        var count = unrolled.featureAngles().size();
        for (var i = 0; i < count; i++) {
            var further = weighted.perRow(shifted(ownFeatures, i, count, Math.PI / 2), ownParameters);
            var back = weighted.perRow(shifted(ownFeatures, i, count, -Math.PI / 2), ownParameters);
            for (var row = 0; row < rows; row++) {
                unrolled.featureAngles()
                        .get(i)
                        .pullBack(
                                (further[row] - back[row]) / 2,
                                features,
                                row * original.features(),
                                featureGradient,
                                parameterGradient);
            }
        }
        var circuits = weighted.circuits();
        if (differences != null) {
            circuits += differences.addFeatureGradient(features, rows, parameters, upstream, featureGradient, progress);
        }
        return new Gradient(featureGradient, parameterGradient, circuits);
    }

    /** A copy in which every {@code stride}-th number from {@code first} on is larger by {@code by}. */
    static double[] shifted(double[] values, int first, int stride, double by) {
        var shifted = Arrays.copyOf(values, values.length);
        for (var i = first; i < shifted.length; i += stride) {
            shifted[i] += by;
        }
        return shifted;
    }
}
