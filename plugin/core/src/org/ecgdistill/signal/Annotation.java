package org.ecgdistill.signal;

/**
 * A mark at one sample of a recording: a heartbeat, a change of rhythm or of quality, a remark.
 *
 * @param sample from 0
 * @param symbol what is marked, in the symbols of WFDB annotation files: {@code N} is a normal beat, {@code V} a
 *     premature ventricular contraction, {@code +} a change of rhythm
 * @param subtype a number whose meaning depends on the symbol; 0 if not given
 * @param channel the signal marked, from 0
 * @param number a number given by the annotator; 0 if not given
 * @param aux further text; empty if not given
 */
public record Annotation(long sample, String symbol, int subtype, int channel, int number, String aux) {

    /** A heartbeat with its R peak at this sample. */
    public static Annotation beat(long sample, String symbol) {
        return new Annotation(sample, symbol, 0, 0, 0, "");
    }

    public boolean isBeat() {
        return AamiClass.of(symbol).isPresent();
    }

    /** The same mark at another sample. */
    public Annotation at(long other) {
        return new Annotation(other, symbol, subtype, channel, number, aux);
    }
}
