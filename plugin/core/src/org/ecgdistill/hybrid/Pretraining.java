package org.ecgdistill.hybrid;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.NetworkPart;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelScore;
import org.ecgdistill.nn.training.Lesson;
import org.ecgdistill.nn.training.Schedule;
import org.ecgdistill.nn.training.Trained;
import org.ecgdistill.nn.training.Trainer;
import org.ecgdistill.nn.training.Validation;

/**
 * The first stage: an autoencoder learns to reconstruct the rows that a model may learn from. Models that begin with the
 * same rows and seed, such as a quantum student and its twin, share one autoencoder.
 */
public final class Pretraining {

    /** Every n-th row shows how well unseen rows are reconstructed, and chooses the epoch. */
    private static final int KEPT_BACK = 10;

    private final Autoencoder.Form form;
    private final Schedule schedule;
    private final Processor processor;
    private final Map<Key, Place> trained = new TreeMap<>();

    private record Key(long seed, int rows) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return seed != other.seed ? Long.compare(seed, other.seed) : Integer.compare(rows, other.rows);
        }
    }

    /** Holds one autoencoder; trainings that need it wait here while it learns. */
    private static final class Place {
        private Trained trained;
    }

    public Pretraining(Autoencoder.Form form, Schedule schedule, Processor processor) {
        this.form = form;
        this.schedule = schedule;
        this.processor = processor;
    }

    public Autoencoder.Form form() {
        return form;
    }

    public Schedule schedule() {
        return schedule;
    }

    public Processor processor() {
        return processor;
    }

    /** The autoencoder of these rows; its loss is the {@link ReconstructionLoss}. */
    Trained autoencoder(Examples rows, long seed, Progress progress) {
        var place = place(new Key(seed, rows.rows()));
        synchronized (place) {
            if (place.trained == null) {
                place.trained = train(rows, seed, progress);
            }
            return place.trained;
        }
    }

    /**
     * The autoencoder of a fold's model, the one with the fewest rows if there are several.
     *
     * @param seed of the student's training
     * @param fold -1 for the model of all rows
     */
    public synchronized Trained ofFold(long seed, int fold) {
        var seedOfFold = Schedule.seedOf(seed, fold);
        return trained.entrySet().stream()
                .filter(entry -> entry.getKey().seed() == seedOfFold)
                .findFirst()
                .map(entry -> entry.getValue().trained)
                .orElseThrow();
    }

    private synchronized Place place(Key key) {
        return trained.computeIfAbsent(key, any -> new Place());
    }

    private Trained train(Examples rows, long seed, Progress progress) {
        var network = new Autoencoder(form);
        var count = rows.rows();
        var validation = count < 2 * KEPT_BACK
                ? Validation.NONE
                : new Validation(rows.select(some(count, row -> row % KEPT_BACK == 0)), LabelScore.LOSS);
        var training = count < 2 * KEPT_BACK ? rows : rows.select(some(count, row -> row % KEPT_BACK != 0));
        return new Lesson(
                        new ReconstructionLoss(),
                        schedule.withSeed(seed),
                        NetworkPart.ALL,
                        processor,
                        Trainer.Labour.ONE_THREAD)
                .trainer(network)
                .train(
                        Weights.random(network, seed),
                        training,
                        validation,
                        (fraction, message) -> progress.report(fraction, "autoencoder, " + message));
    }

    private static int[] some(int count, IntPredicate wanted) {
        return IntStream.range(0, count).filter(wanted).toArray();
    }
}
