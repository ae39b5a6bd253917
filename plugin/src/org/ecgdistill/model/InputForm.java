package org.ecgdistill.model;

import java.util.List;

/**
 * What a model wants to see.
 *
 * @param leads their names, in the model's order; a single model of any lead has one name
 * @param rate the sampling rate of what it was trained on, in Hz
 * @param samples in each lead
 * @param zScore whether each signal, all leads together, is brought to mean 0 and standard deviation 1 first
 */
public record InputForm(List<String> leads, double rate, int samples, boolean zScore) {

    /** ECGFounder's own, against division by zero in a flat signal. */
    private static final double SMALL = 1e-8;

    /** Rates that differ by less than this share are the same. */
    private static final double SAME_RATE = 1e-3;

    public InputForm {
        leads = List.copyOf(leads);
        if (leads.isEmpty() || samples < 1 || !(rate > 0)) {
            throw new ModelException("A model needs at least one lead and one sample, and a sampling rate above 0, but"
                    + " has " + leads.size() + " leads, " + samples + " samples and " + rate + " Hz.");
        }
    }

    /**
     * Brings a row into the form that the network reads.
     *
     * @param row what the row is called, for messages
     * @param signals one per lead, in millivolts; missing samples are not allowed
     */
    public float[] prepare(final String row, final double[][] signals, final double signalRate) {
        if (signals.length != leads.size()) {
            throw new ModelException(row + " has " + signals.length + " leads, but the model was trained on "
                    + leads.size() + " (" + String.join(", ", leads) + ").");
        }
        if (!(Math.abs(signalRate - rate) <= SAME_RATE * rate)) {
            throw new ModelException(row + " is sampled at " + signalRate + " Hz, but the model was trained at " + rate
                    + " Hz. Resample the recordings first (ECG Reader).");
        }
        var input = new float[leads.size() * samples];
        var at = 0;
        for (var signal : signals) {
            if (signal.length != samples) {
                throw new ModelException(row + " has " + signal.length + " samples, but the model was trained on "
                        + samples + ". Cut windows of that length (ECG Segmenter).");
            }
            for (var sample : signal) {
                if (!Double.isFinite(sample)) {
                    throw new ModelException(row + " has a missing or infinite sample. Bridge gaps first (Wavelet"
                            + " Denoiser), or leave the row out.");
                }
                input[at++] = (float) sample;
            }
        }
        return zScore ? standardised(input) : input;
    }

    private static float[] standardised(final float[] input) {
        var mean = 0.0;
        for (var value : input) {
            mean += value;
        }
        mean /= input.length;
        var square = 0.0;
        for (var value : input) {
            square += (value - mean) * (value - mean);
        }
        var deviation = Math.sqrt(square / input.length) + SMALL;
        var out = new float[input.length];
        for (var i = 0; i < out.length; i++) {
            out[i] = (float) ((input[i] - mean) / deviation);
        }
        return out;
    }
}
