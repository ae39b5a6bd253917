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
 * @param blockedShare of the subjects who have a bundle branch block, 0 to 1; spread evenly over the subjects
 * @param likeness how alike premature beats and normal ones can be at most, 0 to 1; each subject's own is drawn between
 *     0 and this
 */
public record Population(
        int subjects,
        int recordsPerSubject,
        double affectedShare,
        double supraventricularShare,
        double ventricularShare,
        double blockedShare,
        double likeness) {

    /** A single subject's share varies by this factor up and down from the average. */
    static final double SPREAD = 0.5;

    private static final int MOST = 1_000_000;

    /** Hearts as in a textbook: no bundle branch block, and premature beats that no reader could take for normal ones. */
    public Population(
            int subjects,
            int recordsPerSubject,
            double affectedShare,
            double supraventricularShare,
            double ventricularShare) {
        this(subjects, recordsPerSubject, affectedShare, supraventricularShare, ventricularShare, 0, 0);
    }

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
        if (!(blockedShare >= 0 && blockedShare <= 1)) {
            throw new SignalException(
                    "The share of subjects with a bundle branch block must be between 0 and 1, but is " + blockedShare
                            + ".");
        }
        if (!(likeness >= 0 && likeness <= 1)) {
            throw new SignalException(
                    "The likeness of premature and normal beats must be between 0 and 1, but is " + likeness + ".");
        }
    }

    private static void count(String what, int number) {
        if (number < 1 || number > MOST) {
            throw new SignalException(
                    "The number of " + what + " must be between 1 and " + MOST + ", but is " + number + ".");
        }
    }
}
