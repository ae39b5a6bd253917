package org.ecgdistill.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.common.Words;
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
 * @param scaling how the numbers are scaled after that
 * @param unit of the samples, before they are scaled
 * @param resampling how signals of another rate are brought to this one
 * @param windows whether a longer recording is cut into consecutive windows from its beginning, of which the last,
 *     incomplete one is dropped, and a shorter one is filled up at its end; the prediction is the windows' mean
 */
public record InputForm(
        List<String> leads,
        double rate,
        int samples,
        boolean resampled,
        boolean fitted,
        InputFilter filter,
        InputScaling scaling,
        InputUnit unit,
        Resampling resampling,
        boolean windows) {

    /** The name of a lead without a name. */
    public static final String ANY = "any";

    /** Rates that differ by less than this share are the same. */
    private static final double SAME_RATE = 1e-3;

    /** In all leads together: a day of one lead at 1000 Hz, 400 MB of numbers. */
    public static final int MOST_SAMPLES = 100_000_000;

    private static final int HIGHEST_RATE = 1_000_000;

    public InputForm {
        leads = List.copyOf(leads);
        // Models from before this choice existed have learnt from unfiltered signals.
        filter = filter == null ? InputFilter.NONE : filter;
        unit = unit == null ? InputUnit.MILLIVOLT : unit;
        resampling = resampling == null ? Resampling.LINEAR : resampling;
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

    /** A form of single windows in millivolts, resampled as ECGFounder's authors do. */
    public InputForm(
            List<String> leads,
            double rate,
            int samples,
            boolean resampled,
            boolean fitted,
            InputFilter filter,
            InputScaling scaling) {
        this(leads, rate, samples, resampled, fitted, filter, scaling, InputUnit.MILLIVOLT, Resampling.LINEAR, false);
    }

    /** Whether two sampling rates are equal except for rounding. */
    public static boolean isSameRate(double rate, double other) {
        return Math.abs(rate - other) <= SAME_RATE * rate;
    }

    /** The form of signals that are taken unchanged, except for their scale. */
    public static InputForm exactly(List<String> leads, double rate, int samples, InputScaling scaling) {
        return new InputForm(leads, rate, samples, false, false, InputFilter.NONE, scaling);
    }

    /** The same for other leads, as many as before or not. */
    public InputForm withLeads(List<String> others) {
        return new InputForm(others, rate, samples, resampled, fitted, filter, scaling, unit, resampling, windows);
    }

    /** The same for signals in another unit. */
    public InputForm withUnit(InputUnit other) {
        return new InputForm(leads, rate, samples, resampled, fitted, filter, scaling, other, resampling, windows);
    }

    /** The same with another way of resampling. */
    public InputForm withResampling(Resampling other) {
        return new InputForm(leads, rate, samples, resampled, fitted, filter, scaling, unit, other, windows);
    }

    /** The same for recordings of any length, which are cut into windows. */
    public InputForm withWindows() {
        return new InputForm(leads, rate, samples, resampled, fitted, filter, scaling, unit, resampling, true);
    }

    /**
     * Brings a row into the form that the network reads; of windows the first.
     *
     * @param row what the row is called, for messages
     * @param signals one per lead, in millivolts; missing samples are not allowed
     * @param signalRate in Hz, NaN if unknown
     */
    public float[] prepare(String row, double[][] signals, double signalRate) {
        return window(row, ready(row, signals, signalRate), 0);
    }

    /**
     * Brings a row into one or more windows that the network reads; see {@link #prepare}. Without {@link #windows} it is
     * always one.
     */
    public List<float[]> windows(String row, double[][] signals, double signalRate) {
        var ready = ready(row, signals, signalRate);
        var cut = new ArrayList<float[]>();
        var count = windows ? Math.max(1, ready[0].length / samples) : 1;
        for (var window = 0; window < count; window++) {
            cut.add(window(row, ready, window));
        }
        return cut;
    }

    /** Whether a signal is shorter than the network's window, so that it is filled up or refused. */
    public boolean isShort(int signalSamples, double signalRate) {
        var length = resampled ? resampling.from(signalRate, rate).newLength(signalSamples) : signalSamples;
        return length < samples;
    }

    /** The leads at the network's rate, filtered and in its unit. */
    private double[][] ready(String row, double[][] signals, double signalRate) {
        if (signals.length != leads.size()) {
            throw new ModelException(row + " has " + signals.length + " leads, but the model takes " + leads.size()
                    + " (" + String.join(", ", leads) + ").");
        }
        checkRate(row, signalRate);
        var ready = new double[signals.length][];
        for (var lead = 0; lead < signals.length; lead++) {
            checkSamples(row, signals[lead]);
            var signal = resampled
                    ? resampling.from(signalRate, rate).resample(signals[lead], Progress.NONE)
                    : signals[lead];
            ready[lead] = unit.ofMillivolts(filter.apply(signal, rate));
            if (windows && ready[lead].length != ready[0].length) {
                throw new ModelException(row + " has leads of different lengths: " + ready[0].length + " and "
                        + ready[lead].length + " samples at " + rate + " Hz. Cut them to the same length first.");
            }
        }
        return ready;
    }

    private float[] window(String row, double[][] ready, int number) {
        var input = new float[leads.size() * samples];
        var placed = new double[leads.size()][samples];
        var present = new boolean[samples];
        for (var lead = 0; lead < ready.length; lead++) {
            if (windows) {
                var from = number * samples;
                System.arraycopy(ready[lead], from, placed[lead], 0, Math.min(samples, ready[lead].length - from));
                // What is filled up at the end is part of the window, as in the training of such networks.
                Arrays.fill(present, true);
            } else {
                place(row, ready[lead], placed[lead], present);
            }
            for (var i = 0; i < samples; i++) {
                input[lead * samples + i] = (float) placed[lead][i];
            }
        }
        return scaling.apply(input, placed, present);
    }

    private void checkRate(String row, double signalRate) {
        if (resampled && !(signalRate > 0 && Double.isFinite(signalRate))) {
            throw new ModelException(row + " has no sampling rate, which is needed to resample the signals to "
                    + Words.number(rate) + " Hz. Choose the column that contains it.");
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
    private void place(String row, double[] signal, double[] input, boolean[] present) {
        if (signal.length != samples && !fitted) {
            throw new ModelException(
                    row + " has " + signal.length + " samples" + (resampled ? " at " + rate + " Hz" : "")
                            + ", but the model takes " + samples
                            + ". Cut windows of that length (ECG Segmenter).");
        }
        var skipped = Math.max(0, (signal.length - samples) / 2);
        var filled = Math.max(0, (samples - signal.length) / 2);
        var count = Math.min(samples, signal.length);
        System.arraycopy(signal, skipped, input, filled, count);
        Arrays.fill(present, filled, filled + count, true);
    }
}
