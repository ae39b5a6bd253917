package org.ecgdistill.recording.dataset;

import org.ecgdistill.recording.RecordingException;

/**
 * How the records of PTB-XL are read and labelled.
 *
 * @param rate 100 or 500 Hz
 * @param mixed what the binary rule makes of records that are both normal and something else
 * @param unlabelled what becomes of records without any diagnostic superclass
 * @param leastLikelihood statements with a lower likelihood (in percent) do not count; 0 counts those of unknown
 *     likelihood too, as is usual
 */
public record PtbXlOptions(int rate, Rule rule, Treatment mixed, Treatment unlabelled, double leastLikelihood) {

    public static final PtbXlOptions DEFAULT =
            new PtbXlOptions(500, Rule.NORMAL_OR_ABNORMAL, Treatment.LEAVE_OUT, Treatment.LEAVE_OUT, 0);

    public PtbXlOptions {
        if (rate != 100 && rate != 500) {
            throw new RecordingException(
                    "PTB-XL has no records at " + rate + " Hz, only at 100 Hz and at 500 Hz. Choose one of these.");
        }
    }

    /** What the label of a record is. */
    public enum Rule {
        /** {@code normal} if NORM is the only superclass, {@code abnormal} if there are others and not NORM. */
        NORMAL_OR_ABNORMAL,
        /** All superclasses in the order NORM, MI, STTC, CD, HYP, separated by semicolons. */
        SUPERCLASSES
    }

    /** What becomes of a record that the rule does not cover. */
    public enum Treatment {
        LEAVE_OUT,
        /** It is read, and its label is missing. */
        WITHOUT_LABEL,
        NORMAL,
        ABNORMAL
    }
}
