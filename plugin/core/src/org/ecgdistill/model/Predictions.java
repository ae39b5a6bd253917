package org.ecgdistill.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Processor;

/**
 * A model's predictions for recordings that are handed over one after the other. Their windows are kept only until there
 * are enough to be computed together, so that the memory does not depend on the number of recordings. Recordings of
 * several windows get their mean ({@link WindowedPrediction}).
 */
public final class Predictions {

    /** 64 MB of numbers, which keep many threads busy. */
    private static final long ENOUGH = 1 << 24;

    /** Rows of one window each are always divided into the same batches, so that the same rows give the same bits. */
    private static final int BATCH = 64;

    private final EcgModel model;
    private final Processor processor;
    private final int threads;
    private final Progress progress;
    private final long enough;
    private final List<float[]> windows = new ArrayList<>();

    /** How many of these windows belong to each recording. */
    private final List<Integer> counts = new ArrayList<>();

    private Optional<float[]> first = Optional.empty();
    private final List<float[]> logits = new ArrayList<>();
    private final List<float[]> features = new ArrayList<>();

    /**
     * @param threads how many windows are computed at once; the result does not depend on it
     * @param progress is asked whether to go on; its fraction is not reported
     */
    public Predictions(EcgModel model, Processor processor, int threads, Progress progress) {
        this(model, processor, threads, progress, ENOUGH);
    }

    Predictions(EcgModel model, Processor processor, int threads, Progress progress, long enough) {
        this.model = model;
        this.processor = processor;
        this.threads = threads;
        this.progress = progress;
        this.enough = enough;
    }

    /**
     * @param recording its windows, at least one, as {@link InputForm#windows(String, double[][], double)} gives them
     * @throws java.util.concurrent.CancellationException soon after the progress has thrown it
     */
    public void add(List<float[]> recording) {
        first = first.or(() -> Optional.of(recording.get(0)));
        windows.addAll(recording);
        counts.add(recording.size());
        var numbers = (long) windows.size() * windows.get(0).length;
        var isWhole = windows.size() % BATCH == 0;
        // Recordings of several windows may never make whole batches.
        if (numbers >= (isWhole ? enough : 2 * enough) && windows.size() >= BATCH) {
            compute();
        }
    }

    /** To be called after the last recording. */
    public Predictions finish() {
        if (!windows.isEmpty()) {
            compute();
        }
        return this;
    }

    private void compute() {
        var recordingOfWindow = IntStream.range(0, counts.size())
                .flatMap(recording -> IntStream.generate(() -> recording).limit(counts.get(recording)))
                .toArray();
        var result = WindowedPrediction.mean(
                model.run(windows.toArray(float[][]::new), processor, threads, progress),
                recordingOfWindow,
                counts.size(),
                model.manifest().hasSeveralLabels());
        logits.addAll(Arrays.asList(result.outputs()));
        features.addAll(Arrays.asList(result.features()));
        windows.clear();
        counts.clear();
    }

    /**
     * How long the first window takes; empty without recordings.
     *
     * @param timed what measures it
     */
    public OptionalDouble latency(ToDoubleFunction<float[]> timed) {
        return first.stream().mapToDouble(timed).findFirst();
    }

    /** Of all recordings, in their order. */
    public List<float[]> logits() {
        return List.copyOf(logits);
    }

    /** The activations before the last layer, of all recordings in their order. */
    public List<float[]> features() {
        return List.copyOf(features);
    }
}
