package org.ecgdistill.model.pretrained;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ecgdistill.common.Progress;
import org.ecgdistill.model.OnnxForm;
import org.ecgdistill.nn.Latency;

/**
 * How long a network from an ONNX file takes for a single window, on one thread of the processor. The calling thread only
 * watches, so that it can stop a network that takes long.
 */
public final class OnnxLatency {

    private static final int MILLISECONDS_BETWEEN_REPORTS = 50;

    private final OnnxForm form;
    private boolean isStopped;

    /** Of the computation that runs; null before the network is loaded and after it was closed. */
    private RunOptions running;

    private OnnxLatency(OnnxForm form) {
        this.form = form;
    }

    /**
     * The median in milliseconds; the outputs are discarded.
     *
     * @param network the content of the ONNX file, which has been checked
     * @param window the leads, one after the other
     * @throws org.ecgdistill.model.ModelException if the network cannot be run
     * @throws CancellationException soon after the progress has thrown it
     */
    public static double milliseconds(byte[] network, OnnxForm form, float[] window, Progress progress) {
        var latency = new OnnxLatency(form);
        var measuring = new FutureTask<>(() -> latency.measure(network, window));
        OnnxSession.start(measuring);
        try {
            return watch(measuring, progress);
        } finally {
            latency.stop();
        }
    }

    private static double watch(FutureTask<Double> measuring, Progress progress) {
        while (true) {
            progress.report(0, "Measuring the time for one window");
            try {
                return measuring.get(MILLISECONDS_BETWEEN_REPORTS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException ex) {
                // It still computes.
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } catch (ExecutionException ex) {
                throw OnnxSession.unchecked(ex.getCause());
            }
        }
    }

    private double measure(byte[] network, float[] window) throws OrtException {
        // A file with a fixed number of rows always computes all of them.
        var rows = Math.max(1, form.batch());
        var numbers = FloatBuffer.allocate(rows * window.length);
        for (var row = 0; row < rows; row++) {
            numbers.put(window);
        }
        numbers.flip();
        var environment = OnnxEngine.environment();
        var shape = new long[] {rows, form.leads(), window.length / form.leads()};
        try (var options = OnnxSession.options();
                var session = environment.createSession(network, options);
                var input = OnnxTensor.createTensor(environment, numbers, shape);
                var runOptions = new RunOptions()) {
            setRunning(runOptions);
            try {
                return Latency.median(() -> run(session, input, runOptions));
            } finally {
                setRunning(null);
            }
        }
    }

    private void run(OrtSession session, OnnxTensor input, RunOptions runOptions) {
        try (var outputs = session.run(Map.of(form.input(), input), Set.of(form.output()), runOptions)) {
            outputs.get(0);
        } catch (OrtException ex) {
            throw OnnxSession.refusal(ex);
        }
    }

    private synchronized void setRunning(RunOptions options) {
        if (isStopped && options != null) {
            throw new CancellationException("stopped before it began");
        }
        running = options;
    }

    private synchronized void stop() {
        isStopped = true;
        if (running != null) {
            try {
                running.setTerminate(true);
            } catch (OrtException ex) {
                // It then ends by itself.
            }
        }
    }
}
