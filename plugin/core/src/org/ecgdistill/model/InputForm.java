package org.ecgdistill.model;

import java.util.Arrays;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.resample.Resampling;

/**
 * The signals that a model takes, and how a recording is brought into that form.
 *
 * @param leads their names, in the model's order; a model of a single lead of unknown name has {@link #ANY}
 * @param rate the sampling rate that the network sees, in Hz; 0 if unknown
 * @param samples in each lead, as the network sees them
 * @param resampled whether signals of another rate are brought to this one, or refused
 * @param fitted whether longer signals lose their ends and shorter ones are filled up on both sides, or are refused
 * @param filter what is done to each lead once it has its rate, before it is cropped
 * @param zScore whether each signal, all leads together, is brought to mean 0 and standard deviation 1
 */
public record InputForm(
        List<String> leads,
        double rate,
        int samples,
        boolean resampled,
        boolean fitted,
        InputFilter filter,
        boolean zScore) {

    /** The name of a lead without a name. */
    public static final String ANY = "any";

    /** ECGFounder's own, against division by zero in a flat signal. */
    private static final double SMALL = 1e-8;

    /** Rates that differ by less than this share are the same. */
    private static final double SAME_RATE = 1e-3;

    /** In all leads together: a day of one lead at 1000 Hz, 400 MB of numbers. */
    static final int MOST_SAMPLES = 100_000_000;

    private static final int HIGHEST_RATE = 1_000_000;

    public InputForm {
        leads = List.copyOf(leads);
        // Models from before this choice existed have learnt from unfiltered signals.
        filter = filter == null ? InputFilter.NONE : filter;
        if (leads.isEmpty() || samples < 1 || (long) leads.size() * samples > MOST_SAMPLES) {
            throw new ModelException("A model needs at least one lead and one sample, and reads at most "
                    + MOST_SAMPLES + " samples of all leads together, but has " + leads.size() + " leads of " + samples
                    + " samples.");
        }
        if (!(rate >= 0 && rate <= HIGHEST_RATE)) {
            throw new ModelException("A model needs a sampling rate from 0 (not known) to " + HIGHEST_RATE
                    + " Hz, but has " + rate + " Hz.");
        }
        if (resampled && rate == 0) {
            throw new ModelException("A model that resamples needs a sampling rate above 0.");
        }
        if (filter != InputFilter.NONE && rate == 0) {
            throw new ModelException("A model that filters its signals needs a sampling rate above 0.");
        }
    }

    /** Whether two sampling rates are equal except for rounding. */
    public static boolean isSameRate(double rate, double other) {
        return Math.abs(rate - other) <= SAME_RATE * rate;
    }

    /** The form of signals that are taken as they are. */
    public static InputForm exactly(List<String> leads, double rate, int samples, boolean zScore) {
        return new InputForm(leads, rate, samples, false, false, InputFilter.NONE, zScore);
    }

    /**
     * Brings a row into the form that the network reads.
     *
     * @param row what the row is called, for messages
     * @param signals one per lead, in millivolts; missing samples are not allowed
     * @param signalRate in Hz, NaN if unknown
     */
    public float[] prepare(String row, double[][] signals, double signalRate) {
        if (signals.length != leads.size()) {
            throw new ModelException(row + " has " + signals.length + " leads, but the model takes " + leads.size()
                    + " (" + String.join(", ", leads) + ").");
        }
        checkRate(row, signalRate);
        var input = new float[leads.size() * samples];
        var present = new boolean[samples];
        for (var lead = 0; lead < signals.length; lead++) {
            checkSamples(row, signals[lead]);
            var signal = resampled ? resampled(signals[lead], signalRate) : signals[lead];
            place(row, filter.apply(signal, rate), input, lead * samples, present);
        }
        return zScore ? standardised(input, present) : input;
    }

    /** As ECGFounder's authors do. */
    private double[] resampled(double[] signal, double signalRate) {
        return Resampling.LINEAR.from(signalRate, rate).resample(signal, Progress.NONE);
    }

    private void checkRate(String row, double signalRate) {
        if (resampled && !(signalRate > 0 && Double.isFinite(signalRate))) {
            throw new ModelException(row + " has no sampling rate, which is needed to bring the signals to " + rate
                    + " Hz. Choose the column that holds it.");
        }
        if (!resampled && rate > 0 && !Double.isNaN(signalRate) && !isSameRate(rate, signalRate)) {
            throw new ModelException(row + " is sampled at " + signalRate + " Hz, but the model takes " + rate
                    + " Hz. Resample the recordings first (ECG Reader).");
        }
    }

    private static void checkSamples(String row, double[] signal) {
        if (signal.length == 0) {
            throw new ModelException(row + " has a signal without samples. Leave the row out.");
        }
        for (var sample : signal) {
            if (!Double.isFinite(sample)) {
                throw new ModelException(row + " has a missing or infinite sample. Bridge gaps first (Wavelet"
                        + " Denoiser), or leave the row out.");
            }
        }
    }

    /** Puts the middle of a signal into the middle of its lead's place. */
    private void place(String row, double[] signal, float[] input, int at, boolean[] present) {
        if (signal.length != samples && !fitted) {
            throw new ModelException(
                    row + " has " + signal.length + " samples" + (resampled ? " at " + rate + " Hz" : "")
                            + ", but the model takes " + samples
                            + ". Cut windows of that length (ECG Segmenter).");
        }
        var skipped = Math.max(0, (signal.length - samples) / 2);
        var filled = Math.max(0, (samples - signal.length) / 2);
        var count = Math.min(samples, signal.length);
        for (var i = 0; i < count; i++) {
            input[at + filled + i] = (float) signal[skipped + i];
        }
        Arrays.fill(present, filled, filled + count, true);
    }

    /** What was filled up stays at 0, which is then the signal's mean. */
    private static float[] standardised(float[] input, boolean[] present) {
        var mean = 0.0;
        var count = 0;
        for (var i = 0; i < input.length; i++) {
            if (present[i % present.length]) {
                mean += input[i];
                count++;
            }
        }
        mean /= count;
        var square = 0.0;
        for (var i = 0; i < input.length; i++) {
            if (present[i % present.length]) {
                square += (input[i] - mean) * (input[i] - mean);
            }
        }
        var deviation = Math.sqrt(square / count) + SMALL;
        var out = new float[input.length];
        for (var i = 0; i < out.length; i++) {
            out[i] = present[i % present.length] ? (float) ((input[i] - mean) / deviation) : 0;
        }
        return out;
    }
}
