package org.ecgdistill.recording.wfdb;

import java.util.OptionalInt;

/**
 * What a header says of one signal.
 *
 * @param file that holds the samples
 * @param format the number of the format of that file
 * @param samplesPerFrame 1 unless this signal was sampled more often than others
 * @param skew frames by which this signal lags behind the others in the file
 * @param offset bytes before the first sample, or samples in a compressed file
 * @param gain steps of the converter per physical unit
 * @param baseline the sample value of physical zero
 * @param initial value of the first sample, if stated; format 8 counts from it
 * @param checksum 16-bit sum of all samples, if stated
 * @param description the name of the lead
 */
public record HeaderSignal(
        String file,
        int format,
        int samplesPerFrame,
        int skew,
        long offset,
        double gain,
        int baseline,
        String units,
        int resolution,
        int zero,
        OptionalInt initial,
        OptionalInt checksum,
        String description) {

    /** Steps per unit, where the header does not say; such a signal is not calibrated. */
    public static final double DEFAULT_GAIN = 200;

    /** A sample in physical units. */
    public double physical(int sample) {
        return ((double) sample - baseline) / gain;
    }
}
