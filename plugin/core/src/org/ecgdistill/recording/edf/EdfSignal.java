package org.ecgdistill.recording.edf;

import java.util.Locale;

/**
 * The header's description of one signal.
 *
 * @param samplesPerRecord samples in each data record
 */
record EdfSignal(
        String label,
        String units,
        double physicalLeast,
        double physicalMost,
        int digitalLeast,
        int digitalMost,
        int samplesPerRecord) {

    private static final String ANNOTATIONS = "EDF Annotations";

    boolean isAnnotations() {
        return label.equals(ANNOTATIONS);
    }

    /** The name of the lead, without the type of signal that the standard puts before it. */
    String lead() {
        var upper = label.toUpperCase(Locale.ROOT);
        return (upper.startsWith("ECG ") || upper.startsWith("EKG ")) && label.length() > 4
                ? label.substring(4).strip()
                : label;
    }

    /** Whether the stated limits give the size of a converter step. */
    boolean isCalibrated() {
        return digitalLeast < digitalMost && physicalLeast != physicalMost && Double.isFinite(stepSize());
    }

    double stepSize() {
        return (physicalMost - physicalLeast) / ((double) digitalMost - digitalLeast);
    }
}
