package org.ecgdistill.nn.training;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.Weights;

/** Trains one network once. Trainers share nothing: any number of them run in parallel, one thread each. */
public final class Trainer {

    /**
     * How the work of one step is divided among threads.
     *
     * @param threads how many work on it at once; the result does not depend on them
     * @param isDivided whether the batches of a large network are taken in parts. That is some ten percent more work, and
     *     worth it where nothing else keeps the other threads busy
     */
    public record Labour(int threads, boolean isDivided) {

        /** Many trainings run in parallel, each in one thread. */
        public static final Labour ONE_THREAD = new Labour(1, false);

        /** A training that runs alone has all threads. */
        public static Labour shared(int threads) {
            return new Labour(Math.max(1, threads), true);
        }
    }

    private final Network network;
    private final Loss loss;
    private final Schedule schedule;
    private final Lesson lesson;

    /** All arrays, on one thread of the processor. */
    public Trainer(Network network, Loss loss, Schedule schedule) {
        this(network, Lesson.of(loss, schedule));
    }

    public Trainer(Network network, Lesson lesson) {
        this.network = network;
        this.loss = lesson.loss();
        this.schedule = lesson.schedule();
        this.lesson = lesson;
    }

    /**
     * Learns from the examples.
     *
     * @throws NetworkException where the loss becomes infinite or undefined
     * @throws java.util.concurrent.CancellationException within one step after the progress has thrown it
     */
    public Trained train(Weights start, Examples examples, Validation validation, Progress progress) {
        return Torch.call(() -> {
            try (var arrays = Torch.arrays(lesson.processor().device())) {
                return new Run(arrays, start, examples, validation, progress).all();
            }
        });
    }

    static void checkFinite(double loss) {
        if (!Double.isFinite(loss)) {
            throw new NetworkException("Training broke down: the loss became " + loss
                    + ". Lower the learning rate, or check the signals for values that are far too large.");
        }
    }

    /** One training with its arrays. */
    private final class Run {

        private final NDManager arrays;
        private final Examples examples;
        private final Validation validation;
        private final Progress progress;
        private final FlatParameters parameters;
        private final Step step;
        private final Mode judging;
        private final SplittableRandom random = new SplittableRandom(schedule.seed());
        private final int[] order;

        /** Batches of nearly one size: a last batch of a single row would have no variance to normalise by. */
        private final int batches;

        private final List<Epoch> log = new ArrayList<>();
        private double reached;
        private String message = "";

        Run(NDManager arrays, Weights start, Examples examples, Validation validation, Progress progress) {
            this.arrays = arrays;
            this.examples = examples;
            this.validation = validation;
            this.progress = progress;
            Progress watch = (fraction, message) -> progress.report(reached, this.message);
            this.judging = Mode.inference(watch);
            this.parameters = new FlatParameters(arrays, network, start, lesson.trained()::holds);
            var adam = new Adam(arrays, parameters.vectors(), parameters.perNumber(schedule::factor), schedule);
            this.step =
                    new Step(network, loss, parameters, adam, Mode.training(random.split(), watch), lesson.labour());
            this.order = new int[examples.rows()];
            Arrays.setAll(order, row -> row);
            this.batches = Math.max(1, Math.round((float) examples.rows() / schedule.batch()));
        }

        Trained all() {
            Weights best = null;
            var kept = 0;
            for (var number = 1; number <= schedule.epochs(); number++) {
                var began = System.nanoTime();
                var loss = epoch(number);
                var verdict = validate(number);
                log.add(new Epoch(number, loss, verdict, (System.nanoTime() - began) / 1e9));
                if (!validation.exists()) {
                    kept = number;
                } else if (best == null
                        || verdict.isBetterThan(log.get(kept - 1).verdict())) {
                    best = parameters.snapshot();
                    kept = number;
                } else if (schedule.patience() > 0 && number - kept >= schedule.patience()) {
                    break;
                }
            }
            return new Trained(
                    best == null ? parameters.snapshot() : best, log, kept, Reason.of(log, kept, validation));
        }

        private double epoch(int number) {
            shuffle();
            var sum = 0.0;
            for (var batch = 0; batch < batches; batch++) {
                var from = (int) ((long) order.length * batch / batches);
                var to = (int) ((long) order.length * (batch + 1) / batches);
                var done = done(number, batch);
                report(done, message(number));
                var rate = schedule.rate() * schedule.curve().factor(done);
                sum += step.take(arrays, examples, order, new int[] {from, to}, rate) * (to - from);
            }
            return sum / order.length;
        }

        /** The verdict of the inner validation rows. */
        private Verdict validate(int number) {
            if (!validation.exists()) {
                return Verdict.NONE;
            }
            var rows = validation.rows();
            var all = new int[rows.rows()];
            Arrays.setAll(all, row -> row);
            var outputs = new float[rows.rows()][];
            var sum = 0.0;
            var size = Inference.batch(network);
            for (var from = 0; from < all.length; from += size) {
                report(done(number, batches), message(number));
                var to = Math.min(all.length, from + size);
                try (var part = arrays.newSubManager()) {
                    var batch = new Batch(part, rows, all, from, to);
                    var pass = network.forward(parameters.views(part), batch.input(), judging);
                    sum += (to - from) * (double) loss.of(pass, batch).getFloat();
                    Inference.rows(pass.output(), outputs, from);
                }
            }
            checkFinite(sum);
            return validation.verdict(outputs, sum / all.length);
        }

        private void report(double done, String message) {
            reached = done;
            this.message = message;
            progress.report(done, message);
        }

        private double done(int number, int batch) {
            return ((double) (number - 1) * batches + batch) / ((double) schedule.epochs() * batches);
        }

        private void shuffle() {
            for (var i = order.length - 1; i > 0; i--) {
                var j = random.nextInt(i + 1);
                var row = order[i];
                order[i] = order[j];
                order[j] = row;
            }
        }

        private String message(int number) {
            var text = "epoch " + number + " of " + schedule.epochs();
            if (log.isEmpty()) {
                return text;
            }
            var last = log.get(log.size() - 1);
            return String.format(java.util.Locale.ROOT, "%s, loss %.4f", text, last.loss())
                    + (Double.isNaN(last.score())
                            ? ""
                            : String.format(java.util.Locale.ROOT, ", score %.4f", last.score()));
        }
    }
}
