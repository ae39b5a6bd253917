package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.common.Words;
import org.ecgdistill.model.InputForm;

/** Problems with the recordings of a table, collected while they are read and reported at the end. */
final class RecordingDoubts {

    private static final int SHOWN = 3;

    private final List<String> leftOut = new ArrayList<>();
    private final List<String> flat = new ArrayList<>();
    private final List<String> shorter = new ArrayList<>();
    private final List<String> unrated = new ArrayList<>();
    private int rowsLeftOut;

    /** The first rate that is known, and the first one that differs from it. */
    private double rate = Double.NaN;

    private double otherRate = Double.NaN;

    void leaveOut(String record, String reason, int rows) {
        leftOut.add(Words.quoted(record) + " (" + reason + ")");
        rowsLeftOut += rows;
    }

    /** A signal that never changes. */
    void addFlat(String record) {
        flat.add(record);
    }

    /** A recording that does not fill the model's window. */
    void addShort(String record) {
        shorter.add(record);
    }

    /** The sampling rate of a recording that is used, NaN if unknown. */
    void addRate(String record, double named) {
        if (!isKnown(named)) {
            unrated.add(record);
        } else if (!isKnown(rate)) {
            rate = named;
        } else if (!InputForm.isSameRate(rate, named)) {
            otherRate = named;
        }
    }

    /** Two of the sampling rates, if they differ. */
    Optional<String> severalRates() {
        return isKnown(otherRate) ? Optional.of(hertz(rate) + " and " + hertz(otherRate)) : Optional.empty();
    }

    static boolean isKnown(double rate) {
        return rate > 0 && Double.isFinite(rate);
    }

    static String hertz(double rate) {
        return (rate == (long) rate ? Long.toString((long) rate) : Double.toString(rate)) + " Hz";
    }

    /**
     * Sentences for the analyst.
     *
     * @param form the form of the network's input
     */
    List<String> warnings(Optional<InputForm> form) {
        var warnings = new ArrayList<String>();
        if (!leftOut.isEmpty()) {
            warnings.add(Words.count(rowsLeftOut, "row is left out and gets", "rows are left out and get")
                    + " no prediction: " + some(leftOut) + ".");
        }
        if (!flat.isEmpty()) {
            warnings.add("In " + Words.count(flat.size(), "recording", "recordings")
                    + " a signal has the same value from the first sample to the last: " + Words.list(flat)
                    + ". Check that the electrodes were attached, or leave such rows out.");
        }
        if (!shorter.isEmpty()) {
            var window = form.orElseThrow();
            warnings.add(Words.count(shorter.size(), "recording is", "recordings are")
                    + " shorter than the model's window of " + window.samples()
                    + (isKnown(window.rate()) ? " samples at " + hertz(window.rate()) : " samples")
                    + " and padded with zeros: " + Words.list(shorter) + ". Predictions for them may be poor.");
        }
        if (form.isEmpty() || form.get().resampled()) {
            return warnings;
        }
        var seen = form.get().rate();
        var taken = isKnown(seen) ? seen : rate;
        if (!unrated.isEmpty() && isKnown(taken)) {
            warnings.add(Words.count(unrated.size(), "recording has", "recordings have") + " no sampling rate: "
                    + Words.list(unrated) + ". They are assumed to have " + hertz(taken)
                    + ". Choose the column that contains the rates, or fill it.");
        } else if (!unrated.isEmpty()) {
            warnings.add("No recording has a sampling rate, so that it cannot be checked whether all have the same."
                    + " Choose the column that contains the rates.");
        }
        if (!isKnown(seen)) {
            severalRates()
                    .ifPresent(rates -> warnings.add("The recordings have different sampling rates, " + rates
                            + ", and the sampling rate of the training data is unknown: its predictions may be poor."
                            + " Resample the recordings first (ECG Reader)."));
        }
        return warnings;
    }

    private static String some(List<String> texts) {
        var more = texts.size() - SHOWN;
        return String.join(", ", texts.subList(0, Math.min(SHOWN, texts.size())))
                + (more > 0 ? " and " + Words.count(more) + " more" : "");
    }
}
