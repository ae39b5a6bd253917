package org.ecgdistill.evaluation.metrics;

import java.util.OptionalDouble;
import org.ecgdistill.evaluation.EvaluationException;

/**
 * A figure, or the reason why it is missing; never NaN.
 *
 * @param figure the figure, always finite
 * @param note why it is missing, or a remark on it; may be empty
 */
public record MetricValue(OptionalDouble figure, String note) {

    public MetricValue {
        if (figure.isPresent() && !Double.isFinite(figure.getAsDouble())) {
            throw new IllegalArgumentException("A metric must be a finite number, not " + figure.getAsDouble());
        }
        if (figure.isEmpty() && note.isBlank()) {
            throw new IllegalArgumentException("A missing metric needs a reason");
        }
    }

    public static MetricValue of(double figure) {
        return new MetricValue(OptionalDouble.of(figure), "");
    }

    public static MetricValue of(double figure, String note) {
        return new MetricValue(OptionalDouble.of(figure), note);
    }

    public static MetricValue missing(String why) {
        return new MetricValue(OptionalDouble.empty(), why);
    }

    /** A ratio; missing where the denominator is 0. */
    public static MetricValue ratio(double part, double whole, String whyMissing) {
        return whole == 0 ? missing(whyMissing) : of(part / whole);
    }

    public boolean isPresent() {
        return figure.isPresent();
    }

    /** The figure; only to be asked for where it is present. */
    public double value() {
        return figure.orElseThrow(() -> new EvaluationException("This figure is missing: " + note));
    }

    public double orElse(double other) {
        return figure.orElse(other);
    }

    /** This figure minus another; missing where one of them is. */
    public MetricValue minus(MetricValue other) {
        if (!isPresent()) {
            return this;
        }
        return other.isPresent() ? of(value() - other.value()) : other;
    }
}
