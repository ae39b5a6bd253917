package org.ecgdistill.signal.synthesis;

import org.ecgdistill.signal.SignalException;

/**
 * The persons whose hearts are recorded.
 *
 * @param subjects how many
 * @param recordsPerSubject how many records of each
 * @param affectedShare of the subjects who have premature beats at all, 0 to 1; they are spread evenly over the
 *     subjects
 * @param supraventricularShare of an affected subject's beats, on average over such subjects
 * @param ventricularShare of an affected subject's beats, on average over such subjects
 */
public record Population(
        int subjects,
        int recordsPerSubject,
        double affectedShare,
        double supraventricularShare,
        double ventricularShare) {

    /** A single subject's share varies by this factor up and down from the average. */
    static final double SPREAD = 0.5;

    private static final int MOST = 1_000_000;

    public Population {
        count("subjects", subjects);
        count("records per subject", recordsPerSubject);
        if (!(affectedShare >= 0 && affectedShare <= 1)) {
            throw new SignalException("The share of subjects with premature beats must be between 0 and 1, but is "
                    + affectedShare + ".");
        }
        if (!(supraventricularShare >= 0
                && ventricularShare >= 0
                && supraventricularShare + ventricularShare <= 0.5 / (1 + SPREAD))) {
            throw new SignalException("The shares of supraventricular and ventricular beats must not be negative and"
                    + " together at most a third, because every premature beat follows a normal one, but are "
                    + supraventricularShare + " and " + ventricularShare + ".");
        }
    }

    private static void count(final String what, final int number) {
        if (number < 1 || number > MOST) {
            throw new SignalException(
                    "The number of " + what + " must be between 1 and " + MOST + ", but is " + number + ".");
        }
    }
}
