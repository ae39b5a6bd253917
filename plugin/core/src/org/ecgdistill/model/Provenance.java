package org.ecgdistill.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecgdistill.evaluation.study.Exposure;

/**
 * Where a model comes from.
 *
 * @param created when its training ended, as ISO 8601; empty if left out
 * @param columns of the table it learnt from, by their use: signal, label, subject, fold
 * @param rows it learnt from
 * @param labelCounts how many rows of each class
 * @param parameters the settings of the training, as shown in the dialog
 * @param seed of all random numbers
 * @param versions of the software that made it
 * @param losses the training loss of each epoch
 * @param seconds the training took; 0 if left out
 * @param trainedOn the data that a model from elsewhere has learnt from, in words; may be empty
 * @param exposure whether such a model has learnt from the rows that it is to predict
 */
public record Provenance(
        String created,
        Map<String, String> columns,
        int rows,
        Map<String, Integer> labelCounts,
        Map<String, String> parameters,
        long seed,
        Map<String, String> versions,
        List<Double> losses,
        double seconds,
        String trainedOn,
        Exposure exposure) {

    public Provenance {
        columns = sorted(columns);
        labelCounts = sorted(labelCounts);
        parameters = sorted(parameters);
        versions = sorted(versions);
        losses = List.copyOf(losses);
        // Models from before these fields existed are all from here.
        trainedOn = trainedOn == null ? "" : trainedOn;
        exposure = exposure == null ? Exposure.UNKNOWN : exposure;
        if (rows < 0 || !(seconds >= 0) || labelCounts.values().stream().anyMatch(count -> count < 0)) {
            throw new ModelException("A model cannot have learnt from " + rows + " rows (" + labelCounts + ") in "
                    + seconds + " s: these numbers must not be negative.");
        }
    }

    /**
     * For a model about which nothing else is known yet.
     *
     * @param created when its training ended
     */
    public static Provenance of(String created, Map<String, String> versions) {
        return new Provenance(
                created, Map.of(), 0, Map.of(), Map.of(), 0, versions, List.of(), 0, "", Exposure.UNKNOWN);
    }

    /** The same with the table that the model learnt from. */
    public Provenance withRows(Map<String, String> otherColumns, int count, Map<String, Integer> counts) {
        return new Provenance(
                created, otherColumns, count, counts, parameters, seed, versions, losses, seconds, trainedOn, exposure);
    }

    /** The same with how the model learnt. */
    public Provenance withTraining(
            Map<String, String> settings, long otherSeed, List<Double> otherLosses, double duration) {
        return new Provenance(
                created,
                columns,
                rows,
                labelCounts,
                settings,
                otherSeed,
                versions,
                otherLosses,
                duration,
                trainedOn,
                exposure);
    }

    /** The same for a model that was trained elsewhere. */
    public Provenance withTrainingElsewhere(String data, Exposure other) {
        return new Provenance(
                created, columns, rows, labelCounts, parameters, seed, versions, losses, seconds, data, other);
    }

    /** The same without times and durations. */
    Provenance withoutTimes() {
        return new Provenance(
                "", columns, rows, labelCounts, parameters, seed, versions, losses, 0, trainedOn, exposure);
    }

    /** In one order, so that the same model gives the same bytes. */
    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
