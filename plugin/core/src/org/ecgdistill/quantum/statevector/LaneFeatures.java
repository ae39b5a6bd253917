package org.ecgdistill.quantum.statevector;

import java.util.Arrays;
import org.ecgdistill.quantum.Angle;

/** The features of the lanes at work, one row per feature, and the gradient with respect to them. */
final class LaneFeatures {

    private final double[][] values;
    private final double[][] gradients;
    private final double[] product;
    private double largest;

    LaneFeatures(int features, int capacity) {
        this.values = new double[features][capacity];
        this.gradients = new double[features][capacity];
        this.product = new double[capacity];
    }

    /** Takes over {@code lanes} rows of features that start at {@code start}. */
    void load(double[] features, int start, int lanes) {
        largest = 0;
        var count = values.length;
        for (var feature = 0; feature < count; feature++) {
            var row = values[feature];
            for (int lane = 0, at = start + feature; lane < lanes; lane++, at += count) {
                row[lane] = features[at];
                largest = Math.max(largest, Math.abs(features[at]));
            }
        }
    }

    double[] value(int feature) {
        return values[feature];
    }

    double[] gradient(int feature) {
        return gradients[feature];
    }

    void clearGradients(int lanes) {
        for (var gradient : gradients) {
            Arrays.fill(gradient, 0, lanes, 0);
        }
    }

    void storeGradients(double[] into, int start, int lanes) {
        var count = gradients.length;
        for (var feature = 0; feature < count; feature++) {
            var row = gradients[feature];
            for (int lane = 0, at = start + feature; lane < lanes; lane++, at += count) {
                into[at] = row[lane];
            }
        }
    }

    /** No lane's angle is larger than this. */
    double bound(Angle angle) {
        if (angle instanceof Angle.Feature feature) {
            return Math.abs(feature.factor()) * largest;
        }
        var product = (Angle.FeatureProduct) angle;
        return Math.abs(product.factor())
                * Math.pow(Math.PI + largest, product.indices().size());
    }

    void evaluate(Angle angle, double[] into, int lanes) {
        if (angle instanceof Angle.Feature feature) {
            scale(values[feature.index()], feature.factor(), into, lanes);
        } else {
            evaluate((Angle.FeatureProduct) angle, -1, into, lanes);
        }
    }

    private void evaluate(Angle.FeatureProduct angle, int without, double[] into, int lanes) {
        Arrays.fill(into, 0, lanes, angle.factor());
        for (var position = 0; position < angle.indices().size(); position++) {
            if (position != without) {
                multiplyByRest(values[angle.indices().get(position)], into, lanes);
            }
        }
    }

    /** Adds sensitivity times derivative to the gradients. */
    void pullBack(Angle angle, double[] sensitivity, int lanes) {
        if (angle instanceof Angle.Feature feature) {
            addScaled(sensitivity, feature.factor(), gradients[feature.index()], lanes);
            return;
        }
        var factors = (Angle.FeatureProduct) angle;
        for (var position = 0; position < factors.indices().size(); position++) {
            evaluate(factors, position, product, lanes);
            subtractProduct(sensitivity, product, gradients[factors.indices().get(position)], lanes);
        }
    }

    private static void scale(double[] row, double factor, double[] into, int lanes) {
        for (var i = 0; i < lanes; i++) {
            into[i] = factor * row[i];
        }
    }

    private static void multiplyByRest(double[] row, double[] into, int lanes) {
        for (var i = 0; i < lanes; i++) {
            into[i] *= Math.PI - row[i];
        }
    }

    private static void addScaled(double[] row, double factor, double[] into, int lanes) {
        for (var i = 0; i < lanes; i++) {
            into[i] += factor * row[i];
        }
    }

    private static void subtractProduct(double[] a, double[] b, double[] into, int lanes) {
        for (var i = 0; i < lanes; i++) {
            into[i] -= a[i] * b[i];
        }
    }
}
