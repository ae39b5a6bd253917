package org.ecgdistill.model;

/** The unit in which a network reads its signals. The names are stored in model files and never change. */
public enum InputUnit {
    MILLIVOLT("mV", 1),
    MICROVOLT("µV", 1000);

    private final String symbol;
    private final double perMillivolt;

    InputUnit(String symbol, double perMillivolt) {
        this.symbol = symbol;
        this.perMillivolt = perMillivolt;
    }

    public String symbol() {
        return symbol;
    }

    /** A signal in this unit; the same array if nothing changes. */
    double[] ofMillivolts(double[] signal) {
        if (perMillivolt == 1) {
            return signal;
        }
        var scaled = new double[signal.length];
        for (var i = 0; i < scaled.length; i++) {
            scaled[i] = perMillivolt * signal[i];
        }
        return scaled;
    }
}
