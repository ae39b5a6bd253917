package org.ecgdistill.quantum;

import java.util.List;

/**
 * The angle of a gate as a formula of one row of features x and of the trained parameters θ.
 *
 * <p>Feature values are read from a larger array at {@code row}, the index of the row's first feature, because simulators
 * keep a whole batch in one array.
 */
public sealed interface Angle {

    /** The angle in radians. */
    double value(double[] features, int row, double[] parameters);

    /**
     * Adds {@code sensitivity} times this angle's derivatives to the gradients (the chain rule).
     *
     * @param featureGradient laid out like {@code features}
     */
    void pullBack(double sensitivity, double[] features, int row, double[] featureGradient, double[] parameterGradient);

    Angle times(double factor);

    /** The same formula in a circuit in which {@code count} parameters come before this circuit's own. */
    default Angle afterParameters(int count) {
        return this;
    }

    /** How many features a row must have for this angle: 1 + the highest index that is used. */
    default int features() {
        return 0;
    }

    /** How many parameters a circuit must have for this angle: 1 + the index that is used. */
    default int parameters() {
        return 0;
    }

    default boolean dependsOnFeatures() {
        return features() > 0;
    }

    default boolean dependsOnParameters() {
        return parameters() > 0;
    }

    /** A number. */
    record Constant(double radians) implements Angle {

        @Override
        public double value(double[] features, int row, double[] parameters) {
            return radians;
        }

        @Override
        public void pullBack(
                double sensitivity, double[] features, int row, double[] featureGradient, double[] parameterGradient) {
            // A constant has no derivative.
        }

        @Override
        public Angle times(double factor) {
            return new Constant(radians * factor);
        }
    }

    /** factor · θ[index]. */
    record Parameter(double factor, int index) implements Angle {

        @Override
        public double value(double[] features, int row, double[] parameters) {
            return factor * parameters[index];
        }

        @Override
        public void pullBack(
                double sensitivity, double[] features, int row, double[] featureGradient, double[] parameterGradient) {
            parameterGradient[index] += factor * sensitivity;
        }

        @Override
        public Angle times(double by) {
            return new Parameter(factor * by, index);
        }

        @Override
        public Angle afterParameters(int count) {
            return new Parameter(factor, index + count);
        }

        @Override
        public int parameters() {
            return index + 1;
        }
    }

    /** factor · x[index]. */
    record Feature(double factor, int index) implements Angle {

        @Override
        public double value(double[] features, int row, double[] parameters) {
            return factor * features[row + index];
        }

        @Override
        public void pullBack(
                double sensitivity, double[] features, int row, double[] featureGradient, double[] parameterGradient) {
            featureGradient[row + index] += factor * sensitivity;
        }

        @Override
        public Angle times(double by) {
            return new Feature(factor * by, index);
        }

        @Override
        public int features() {
            return index + 1;
        }
    }

    /**
     * factor · ∏ (π − x[i]): how Havlíček et al. (Nature 567, 2019) encode the joint value of several features, and Qiskit
     * after them.
     */
    record FeatureProduct(double factor, List<Integer> indices) implements Angle {

        public FeatureProduct {
            indices = List.copyOf(indices);
        }

        @Override
        public double value(double[] features, int row, double[] parameters) {
            return product(features, row, -1);
        }

        @Override
        public void pullBack(
                double sensitivity, double[] features, int row, double[] featureGradient, double[] parameterGradient) {
            for (var position = 0; position < indices.size(); position++) {
                featureGradient[row + indices.get(position)] -= sensitivity * product(features, row, position);
            }
        }

        /** The product without the factor at one position. */
        private double product(double[] features, int row, int without) {
            var product = factor;
            for (var position = 0; position < indices.size(); position++) {
                if (position != without) {
                    product *= Math.PI - features[row + indices.get(position)];
                }
            }
            return product;
        }

        @Override
        public Angle times(double by) {
            return new FeatureProduct(factor * by, indices);
        }

        @Override
        public int features() {
            return 1 + indices.stream().mapToInt(Integer::intValue).max().orElseThrow();
        }
    }
}
