package org.ecgdistill.evaluation.report;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ecgdistill.evaluation.intervals.Interval;
import org.ecgdistill.evaluation.metrics.MetricValue;

/** Figures for readers: with a minus sign, separated thousands and only meaningful places. */
final class Numbers {

    /** Stands where a figure is missing. */
    static final String MISSING = "–";

    private static final double SMALLEST_P = 0.001;

    private Numbers() {}

    static String metric(double figure) {
        var plain = String.format(Locale.ROOT, "%.3f", figure);
        return plain.equals("-0.000") ? "0.000" : plain.replace('-', '−');
    }

    static String metric(MetricValue value) {
        return value.isPresent() ? metric(value.value()) : MISSING;
    }

    static String signed(MetricValue value) {
        return value.isPresent() && value.value() > 0 ? "+" + metric(value.value()) : metric(value);
    }

    static String interval(Interval interval) {
        return "[" + metric(interval.low()) + ", " + metric(interval.high()) + "]";
    }

    static String pValue(MetricValue p) {
        if (!p.isPresent()) {
            return MISSING;
        }
        return p.value() < SMALLEST_P ? "< 0.001" : metric(p.value());
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A level of confidence: 95 %, 99.9 %. */
    static String level(double level) {
        var percent = String.format(Locale.ROOT, "%.2f", 100 * level);
        return percent.replaceAll("\\.?0+$", "") + " %";
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(OptionalLong number) {
        return number.isPresent() ? count(number.getAsLong()) : MISSING;
    }

    static String bytes(OptionalLong bytes) {
        if (bytes.isEmpty()) {
            return MISSING;
        }
        double size = bytes.getAsLong();
        if (size < 1000) {
            return count(bytes.getAsLong()) + " B";
        }
        return size < 1e6
                ? String.format(Locale.ROOT, "%.1f kB", size / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", size / 1e6);
    }

    /** Three digits that count: 0.0312, 4.10, 128,000. */
    static String threeDigits(OptionalDouble number) {
        if (number.isEmpty()) {
            return MISSING;
        }
        var size = Math.abs(number.getAsDouble());
        var places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
        return String.format(Locale.ROOT, "%,." + places + "f", number.getAsDouble());
    }

    static String compression(OptionalDouble factor) {
        return factor.isPresent() ? threeDigits(factor) + "×" : MISSING;
    }
}
