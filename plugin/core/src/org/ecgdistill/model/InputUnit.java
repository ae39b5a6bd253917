package org.ecgdistill.model;

/** The unit in which a network reads its signals. The names are stored in model files and never change. */
public enum InputUnit {
    MILLIVOLT(1),
    MICROVOLT(1000);

    private final double perMillivolt;

    InputUnit(double perMillivolt) {
        this.perMillivolt = perMillivolt;
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
