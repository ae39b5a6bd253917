package org.ecgdistill.signal.synthesis;

import java.util.List;
import org.ecgdistill.common.Words;
import org.ecgdistill.signal.Lead;
import org.ecgdistill.signal.SignalException;

/**
 * What a record looks like.
 *
 * @param duration in seconds
 * @param rate in Hz
 * @param leads in the order wanted, each once
 */
public record RecordingForm(double duration, double rate, List<Lead> leads) {

    /** A lead of this many samples takes 80 MB; a day at 100 Hz fits. */
    private static final int MOST_SAMPLES = 10_000_000;

    public RecordingForm {
        leads = List.copyOf(leads);
        if (!(rate >= 50 && rate <= 10_000)) {
            throw new SignalException("The sampling rate must be between 50 and 10000 Hz, but is " + Words.number(rate)
                    + " Hz. Usual rates are 100, 250, 360 and 500 Hz.");
        }
        if (!(duration >= 1)) {
            throw new SignalException("A record must last at least 1 s, but " + Words.number(duration)
                    + " s are asked for. A standard ECG lasts 10 s.");
        }
        if (!(duration * rate <= MOST_SAMPLES)) {
            throw new SignalException("A record of " + Words.number(duration) + " s at " + Words.number(rate)
                    + " Hz has more than " + MOST_SAMPLES + " samples. Make several shorter records instead.");
        }
        if (leads.isEmpty()) {
            throw new SignalException("At least one lead is needed, for example II.");
        }
        if (leads.stream().distinct().count() < leads.size()) {
            throw new SignalException("Each lead may be asked for only once, but the leads are "
                    + leads.stream().map(Lead::label).toList() + ".");
        }
    }

    int samples() {
        return (int) Math.round(duration * rate);
    }
}
