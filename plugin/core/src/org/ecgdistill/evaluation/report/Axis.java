package org.ecgdistill.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One axis of a picture: from where to where, and what is written at it. */
final class Axis {

    private static final int WISHED_TICKS = 6;
    private static final double FEW_POWERS = 3;
    private static final List<String> UNITS = List.of("", "k", "M", "G");

    private final String label;
    private final double low;
    private final double high;
    private final boolean logarithmic;
    private final List<String> names;

    /** Something written at a place of the axis. */
    record Tick(double at, String label) {}

    private Axis(String label, double low, double high, boolean logarithmic) {
        this(label, low, high, logarithmic, List.of());
    }

    private Axis(String label, double low, double high, boolean logarithmic, List<String> names) {
        this.label = label;
        this.low = low;
        this.high = high;
        this.logarithmic = logarithmic;
        this.names = names;
    }

    static Axis ofShare(String label) {
        return new Axis(label, 0, 1, false);
    }

    /** An axis that holds these figures, none of which is above 1, with a little room around them. */
    static Axis around(String label, double smallest, double largest) {
        var room = Math.max(0.02, 0.08 * (largest - smallest));
        return new Axis(label, smallest - room, Math.min(1, largest + room), false);
    }

    static Axis between(String label, double low, double high) {
        return new Axis(label, low, high, false);
    }

    /** Powers of ten at equal distances; values must be above 0. */
    static Axis logarithmic(String label, double smallest, double largest) {
        var room = Math.max(0.3, 0.1 * Math.log10(largest / smallest));
        return new Axis(label, smallest / Math.pow(10, room), largest * Math.pow(10, room), true);
    }

    /** Names side by side at 1, 2, 3 … */
    static Axis ofNames(String label, List<String> names) {
        return new Axis(label, 0.5, names.size() + 0.5, false, names);
    }

    String label() {
        return label;
    }

    /** Where a value lies, from 0 to 1; what is outside is moved to the end. */
    double part(double value) {
        var part = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return Math.min(1, Math.max(0, part));
    }

    List<Tick> ticks() {
        if (!names.isEmpty()) {
            return named();
        }
        return logarithmic ? powersOfTen() : roundSteps();
    }

    /** Long names are cut: the legend has them in full. */
    private List<Tick> named() {
        var room = Math.max(3, 56 / names.size());
        var ticks = new ArrayList<Tick>();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            ticks.add(new Tick(i + 1.0, name.length() <= room ? name : name.substring(0, room - 1) + "…"));
        }
        return ticks;
    }

    /** Powers of ten; where the axis holds few of them, their double and fivefold too. */
    private List<Tick> powersOfTen() {
        var factors = Math.log10(high / low) < FEW_POWERS ? List.of(1, 2, 5) : List.of(1);
        var ticks = new ArrayList<Tick>();
        for (var power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
            for (int factor : factors) {
                var at = factor * Math.pow(10, power);
                if (at >= low && at <= high) {
                    ticks.add(new Tick(at, shortened(factor, power)));
                }
            }
        }
        return ticks;
    }

    /** 1, 10, 100, 1k … 1M … 1G. */
    private static String shortened(int factor, int power) {
        var unit = Math.max(0, Math.min(UNITS.size() - 1, power / 3));
        var shown = factor * Math.pow(10, power - 3.0 * unit);
        return (shown < 1 ? Double.toString(shown) : Numbers.count(Math.round(shown))) + UNITS.get(unit);
    }

    private List<Tick> roundSteps() {
        var rough = (high - low) / WISHED_TICKS;
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        var step = power * (rough / power > 5 ? 10 : rough / power > 2 ? 5 : rough / power > 1 ? 2 : 1);
        var places = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        var ticks = new ArrayList<Tick>();
        for (var number = Math.ceil(low / step - 1e-9); number * step <= high + 1e-9; number++) {
            var at = number * step;
            ticks.add(new Tick(
                    at,
                    String.format(Locale.ROOT, "%." + places + "f", at == 0 ? 0.0 : at)
                            .replace('-', '−')));
        }
        return ticks;
    }
}
