package org.ecgdistill.nn.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.signal.Progress;

/** Trains one network once. Trainers share nothing: any number of them run side by side, one thread each. */
public final class Trainer {

    private final Network m_network;

    private final Loss m_loss;

    private final Schedule m_schedule;

    private final Predicate<String> m_trained;

    public Trainer(final Network network, final Loss loss, final Schedule schedule) {
        this(network, loss, schedule, name -> true);
    }

    /**
     * @param trained which arrays are changed; the others stay as they start
     */
    public Trainer(
            final Network network, final Loss loss, final Schedule schedule, final Predicate<String> trained) {
        m_network = network;
        m_loss = loss;
        m_schedule = schedule;
        m_trained = trained;
    }

    /**
     * Learns from the examples.
     *
     * @throws NetworkException where the loss becomes infinite or undefined
     * @throws java.util.concurrent.CancellationException within one step after the progress has thrown it
     */
    public Trained train(
            final Weights start, final Examples examples, final Validation validation, final Progress progress) {
        return Torch.call(() -> {
            try (var arrays = Torch.arrays(Device.cpu())) {
                return new Run(arrays, start, examples, validation, progress).all();
            }
        });
    }

    /** One training with its arrays. */
    private final class Run {

        private final NDManager m_arrays;

        private final Examples m_examples;

        private final Validation m_validation;

        private final Progress m_progress;

        private final FlatParameters m_parameters;

        private final Adam m_adam;

        private final SplittableRandom m_random = new SplittableRandom(m_schedule.seed());

        private final Mode m_mode = Mode.training(m_random.split());

        private final int[] m_order;

        /** Batches of nearly one size: a last batch of a single row would have no variance to normalise by. */
        private final int m_batches;

        private final List<Epoch> m_log = new ArrayList<>();

        Run(
                final NDManager arrays,
                final Weights start,
                final Examples examples,
                final Validation validation,
                final Progress progress) {
            m_arrays = arrays;
            m_examples = examples;
            m_validation = validation;
            m_progress = progress;
            m_parameters = new FlatParameters(arrays, m_network, start, m_trained);
            m_adam = new Adam(arrays, m_parameters.vector(), m_schedule);
            m_order = new int[examples.rows()];
            Arrays.setAll(m_order, row -> row);
            m_batches = Math.max(1, Math.round((float) examples.rows() / m_schedule.batch()));
        }

        Trained all() {
            Weights best = null;
            var bestScore = Double.NEGATIVE_INFINITY;
            var bestEpoch = 0;
            for (var number = 1; number <= m_schedule.epochs(); number++) {
                var began = System.nanoTime();
                var loss = epoch(number);
                var validated = validate();
                m_log.add(new Epoch(
                        number, loss, validated[0], validated[1], (System.nanoTime() - began) / 1e9));
                var worth = m_validation.score() == null ? -validated[0] : validated[1];
                if (!m_validation.exists()) {
                    bestEpoch = number;
                } else if (worth > bestScore || best == null) {
                    best = m_parameters.snapshot();
                    bestScore = worth;
                    bestEpoch = number;
                } else if (m_schedule.patience() > 0 && number - bestEpoch >= m_schedule.patience()) {
                    break;
                }
            }
            return new Trained(best == null ? m_parameters.snapshot() : best, m_log, bestEpoch);
        }

        private double epoch(final int number) {
            shuffle();
            var sum = 0.0;
            for (var batch = 0; batch < m_batches; batch++) {
                var from = (int) ((long) m_order.length * batch / m_batches);
                var to = (int) ((long) m_order.length * (batch + 1) / m_batches);
                var done = ((double) (number - 1) * m_batches + batch) / ((double) m_schedule.epochs() * m_batches);
                m_progress.report(done, message(number));
                sum += step(from, to, m_schedule.rate() * m_schedule.curve().factor(done)) * (to - from);
            }
            return sum / m_order.length;
        }

        private double step(final int from, final int to, final double rate) {
            try (var arrays = m_arrays.newSubManager()) {
                var batch = new Batch(arrays, m_examples, m_order, from, to);
                var input = batch.input();
                var loss = Torch.withGradients(() -> {
                    var views = m_parameters.views(arrays);
                    return m_loss.of(m_network.forward(views, input, m_mode), batch);
                });
                var value = loss.getFloat();
                if (!Float.isFinite(value)) {
                    throw new NetworkException("Training broke down: the loss became " + value
                            + ". Lower the learning rate, or check the signals for values that are far too large.");
                }
                Torch.backward(loss);
                m_adam.step(rate);
                return value;
            }
        }

        /** Loss and score on the inner validation rows. */
        private double[] validate() {
            if (!m_validation.exists()) {
                return new double[] {Double.NaN, Double.NaN};
            }
            var rows = m_validation.rows();
            var order = new int[rows.rows()];
            Arrays.setAll(order, row -> row);
            var outputs = new float[rows.rows()][];
            var sum = 0.0;
            for (var from = 0; from < order.length; from += Inference.BATCH) {
                var to = Math.min(order.length, from + Inference.BATCH);
                try (var arrays = m_arrays.newSubManager()) {
                    var batch = new Batch(arrays, rows, order, from, to);
                    var pass = m_network.forward(m_parameters.views(arrays), batch.input(), Mode.INFERENCE);
                    sum += (to - from) * (double) m_loss.of(pass, batch).getFloat();
                    Inference.rows(pass.output(), outputs, from);
                }
            }
            var score = m_validation.score() == null
                    ? Double.NaN
                    : m_validation.score().applyAsDouble(outputs, rows);
            return new double[] {sum / order.length, score};
        }

        private void shuffle() {
            for (var i = m_order.length - 1; i > 0; i--) {
                var j = m_random.nextInt(i + 1);
                var row = m_order[i];
                m_order[i] = m_order[j];
                m_order[j] = row;
            }
        }

        private String message(final int number) {
            var text = "epoch " + number + " of " + m_schedule.epochs();
            if (m_log.isEmpty()) {
                return text;
            }
            var last = m_log.get(m_log.size() - 1);
            return String.format(java.util.Locale.ROOT, "%s, loss %.4f", text, last.loss())
                    + (Double.isNaN(last.score())
                            ? ""
                            : String.format(java.util.Locale.ROOT, ", score %.4f", last.score()));
        }
    }
}
