package org.ecgdistill.signal.synthesis;

import java.util.List;
import org.ecgdistill.signal.AamiClass;
import org.ecgdistill.signal.Annotation;
import org.ecgdistill.signal.Lead;
import org.ecgdistill.signal.SignalException;

/** A synthetic recording of one person, in mV, with its beats in order of time. */
public final class SyntheticRecord {

    private final String name;
    private final String subject;
    private final RecordingForm form;
    private final double[][] samples;
    private final List<Annotation> beats;

    SyntheticRecord(String name, String subject, RecordingForm form, double[][] samples, List<Annotation> beats) {
        this.name = name;
        this.subject = subject;
        this.form = form;
        this.samples = samples;
        this.beats = List.copyOf(beats);
    }

    public String name() {
        return name;
    }

    public String subject() {
        return subject;
    }

    public double rate() {
        return form.rate();
    }

    public List<Lead> leads() {
        return form.leads();
    }

    /** A copy of one lead's samples. */
    public double[] samples(Lead lead) {
        var index = form.leads().indexOf(lead);
        if (index < 0) {
            throw new SignalException("The record " + name + " has no lead " + lead.label() + ".");
        }
        return samples[index].clone();
    }

    public List<Annotation> beats() {
        return beats;
    }

    /** Whether any beat is premature: the record's label. Conducted beats with a bundle branch block are of class N. */
    public boolean isAbnormal() {
        return beats.stream().anyMatch(beat -> AamiClass.of(beat.symbol()).orElseThrow() != AamiClass.N);
    }
}
