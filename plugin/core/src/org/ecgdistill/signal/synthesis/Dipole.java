package org.ecgdistill.signal.synthesis;

/**
 * The heart's electrical vector on Frank's axes, in mV.
 *
 * @param left towards the left arm
 * @param down towards the feet
 * @param back towards the spine
 */
record Dipole(double left, double down, double back) {

    Dipole scaled(double factor) {
        return new Dipole(factor * left, factor * down, factor * back);
    }

    /** Turned in the frontal plane (positive: clockwise as the examiner sees it, from the left arm to the feet). */
    Dipole turnedFrontally(double radians) {
        var cos = StrictMath.cos(radians);
        var sin = StrictMath.sin(radians);
        return new Dipole(cos * left - sin * down, sin * left + cos * down, back);
    }

    /** Turned in the horizontal plane (positive: from the left arm to the spine). */
    Dipole turnedHorizontally(double radians) {
        var cos = StrictMath.cos(radians);
        var sin = StrictMath.sin(radians);
        return new Dipole(cos * left - sin * back, down, sin * left + cos * back);
    }
}
