package org.ecgdistill.signal.synthesis;

/**
 * One Gaussian event of a beat: a P, Q, R, S or T wave or a part of one.
 *
 * @param part which part of the beat it belongs to; decides how it moves with the heart rate
 * @param offset of its centre from the R peak in seconds, at 60 beats a minute
 * @param width its standard deviation in seconds, at 60 beats a minute
 * @param peak the heart's vector at its centre
 */
record Wave(Part part, double offset, double width, Dipole peak) {

    enum Part {
        ATRIAL,
        VENTRICULAR,
        /** The T wave, which comes earlier and is shorter at a faster rate. */
        RECOVERY
    }

    Wave scaled(double factor) {
        return new Wave(part, offset, width, peak.scaled(factor));
    }

    /**
     * The wave at another RR interval. QT follows the square root of the RR interval (Bazett, Heart 7, 1920); the
     * duration of the QRS complex and the PR interval hardly depend on the rate.
     */
    Wave at(double interval) {
        if (part != Part.RECOVERY) {
            return this;
        }
        var factor = Math.sqrt(interval);
        return new Wave(part, factor * offset, factor * width, peak);
    }
}
