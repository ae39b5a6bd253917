package org.ecgdistill.quantum.statevector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecgdistill.quantum.Angle;

/** The different angles that follow from the features, with cosine and sine for every lane, in double precision. */
final class FeatureAngles<R> {

    private final Kernels<R> kernels;
    private final LaneFeatures features;
    private final int capacity;
    private final SineCosine sineCosine;
    private final double[] cosine;
    private final double[] sine;
    private final List<Entry<R>> entries = new ArrayList<>();

    FeatureAngles(Kernels<R> kernels, LaneFeatures features, int capacity) {
        this.kernels = kernels;
        this.features = features;
        this.capacity = capacity;
        this.sineCosine = new SineCosine(capacity);
        this.cosine = new double[capacity];
        this.sine = new double[capacity];
    }

    /** The entry for an angle; the same one for the same formula. */
    Entry<R> entry(Angle angle) {
        for (var entry : entries) {
            if (entry.angle.equals(angle)) {
                return entry;
            }
        }
        var entry = new Entry<>(angle, kernels, capacity);
        entries.add(entry);
        return entry;
    }

    /** Computes all angles for new features. */
    void compute(int lanes) {
        for (var entry : entries) {
            features.evaluate(entry.angle, entry.radians, lanes);
            sineCosine.compute(entry.radians, sine, cosine, features.bound(entry.angle), lanes);
            kernels.fromDoubles(sine, entry.sine, lanes);
            kernels.fromDoubles(cosine, entry.cosine, lanes);
        }
    }

    void clearSensitivities(int lanes) {
        for (var entry : entries) {
            Arrays.fill(entry.sensitivity, 0, lanes, 0);
        }
    }

    /** Hands the sensitivities on to the features. */
    void pullBack(int lanes) {
        for (var entry : entries) {
            features.pullBack(entry.angle, entry.sensitivity, lanes);
        }
    }

    /** One angle in every lane, and how much the result changes with it. */
    static final class Entry<R> {

        private final Angle angle;
        private final Kernels<R> kernels;
        private final double[] radians;
        private final double[] sensitivity;
        private final R cosine;
        private final R sine;

        private Entry(Angle angle, Kernels<R> kernels, int capacity) {
            this.angle = angle;
            this.kernels = kernels;
            this.radians = new double[capacity];
            this.sensitivity = new double[capacity];
            var rows = kernels.rows(2, capacity);
            this.cosine = rows[0];
            this.sine = rows[1];
        }

        R cosine() {
            return cosine;
        }

        R sine() {
            return sine;
        }

        void addSensitivity(R row, double factor, int lanes) {
            kernels.addToDoubles(row, factor, sensitivity, lanes);
        }
    }
}
