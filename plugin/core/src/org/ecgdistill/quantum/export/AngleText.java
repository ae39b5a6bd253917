package org.ecgdistill.quantum.export;

import java.util.stream.Collectors;
import org.ecgdistill.quantum.Angle;

/** An angle as text. */
final class AngleText {

    private AngleText() {}

    /** A number as OpenQASM reads it, with a quarter turn as {@code pi/2}. */
    static String number(double radians) {
        if (Math.abs(radians) == Math.PI / 2) {
            return radians < 0 ? "-pi/2" : "pi/2";
        }
        return Double.toString(radians);
    }

    /** OpenQASM 3, with features as the inputs x_0, x_1, … and parameters as numbers. */
    static String formula(Angle angle, double[] parameters) {
        if (angle instanceof Angle.Feature feature) {
            return factor(feature.factor()) + "x_" + feature.index();
        }
        if (angle instanceof Angle.FeatureProduct product) {
            return factor(product.factor())
                    + product.indices().stream()
                            .map(index -> "(pi - x_" + index + ")")
                            .collect(Collectors.joining("*"));
        }
        return number(angle.value(new double[0], 0, parameters));
    }

    private static String factor(double factor) {
        return factor == 1 ? "" : plain(factor) + "*";
    }

    /** For people: 2x₀, θ₁₂, 2(π−x₀)(π−x₁), π/2. */
    static String shown(Angle angle) {
        if (angle instanceof Angle.Feature feature) {
            return shownFactor(feature.factor()) + "x" + subscript(feature.index());
        }
        if (angle instanceof Angle.Parameter parameter) {
            return shownFactor(parameter.factor()) + "θ" + subscript(parameter.index());
        }
        if (angle instanceof Angle.FeatureProduct product) {
            return shownFactor(product.factor())
                    + product.indices().stream()
                            .map(index -> "(π−x" + subscript(index) + ")")
                            .collect(Collectors.joining());
        }
        return number(((Angle.Constant) angle).radians()).replace("pi", "π").replace('-', '−');
    }

    private static String shownFactor(double factor) {
        return factor == 1 ? "" : plain(factor);
    }

    private static String plain(double factor) {
        return factor == Math.rint(factor) ? Long.toString((long) factor) : Double.toString(factor);
    }

    private static String subscript(int index) {
        return Integer.toString(index)
                .chars()
                .mapToObj(digit -> Character.toString(digit - '0' + '₀'))
                .collect(Collectors.joining());
    }
}
