package org.ecgdistill.signal.segment;

import org.ecgdistill.common.Words;
import org.ecgdistill.signal.SignalException;

/**
 * One lead of a record that is to be cut.
 *
 * @param rate in Hz
 */
public record LeadSignal(double[] samples, double rate) {

    public LeadSignal {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new SignalException("The sampling rate is " + Words.number(rate)
                    + " Hz; it must be above 0. Correct the column with the sampling rate.");
        }
    }
}
