package org.ecgdistill.evaluation.calibration;

/** Ways to calibrate. */
public enum CalibrationMethod {
    NONE("As given"),
    PLATT("Platt scaling"),
    ISOTONIC("Isotonic"),
    TEMPERATURE("Temperature");

    private final String title;

    CalibrationMethod(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
