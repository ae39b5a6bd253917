package org.ecgdistill.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The only access to DJL's PyTorch engine. All code that uses a network runs inside {@link #call}: DJL finds its engine
 * and its libraries through the thread's context class loader, which in KNIME is not the plugin's, and a first use with
 * the wrong one makes the engine unavailable for as long as KNIME runs.
 *
 * <p>Gradients are not collected with DJL's collector, whose state is shared by all threads of the process, but by
 * PyTorch's own per-thread switch, so that any number of networks train in parallel.
 */
public final class Torch {

    private static final String ENGINE = "PyTorch";

    /** Longer work has taken memory that is worth returning. */
    private static final long LONG_WORK = 1_000_000_000L;

    /** How many threads are at work. */
    private static final AtomicInteger WORKING = new AtomicInteger();

    static {
        // Without these DJL looks for libraries on the network and reports that it was used.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    private Torch() {}

    /**
     * Uses PyTorch's libraries from a folder instead of those of the plugin, such as a CUDA build. Only the folder at
     * the first use in a process counts.
     */
    public static void useLibraries(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new NetworkException("There is no folder \"" + folder
                    + "\". Choose the folder that holds libtorch's libraries, or leave the field empty.");
        }
        System.setProperty("PYTORCH_LIBRARY_PATH", folder.toString());
    }

    /** Runs code that uses networks, without recording gradients. */
    public static <T> T call(Supplier<T> work) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(Torch.class.getClassLoader());
        try {
            if (Loaded.START == null) {
                throw new NetworkException(Loaded.FAILURE.getMessage(), Loaded.FAILURE);
            }
            var gradients = JniUtils.isGradMode();
            JniUtils.setGradMode(false);
            var began = System.nanoTime();
            WORKING.incrementAndGet();
            try {
                return work.get();
            } finally {
                JniUtils.setGradMode(gradients);
                if (WORKING.decrementAndGet() == 0 && System.nanoTime() - began > LONG_WORK) {
                    NativeHeap.giveBack();
                }
            }
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /** A manager of arrays, which frees them all when it is closed. Only inside {@link #call}. */
    public static NDManager arrays(Device device) {
        return NDManager.newBaseManager(device, ENGINE);
    }

    /** Runs a forward pass whose operations are recorded for {@link #backward}. Only inside {@link #call}. */
    public static <T> T withGradients(Supplier<T> forward) {
        JniUtils.setGradMode(true);
        try {
            return forward.get();
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    /** Whether this thread's operations are recorded. DJL can't tell whether a computed array has a gradient. */
    static boolean isWithGradients() {
        return JniUtils.isGradMode();
    }

    /**
     * A constant for computations with gradients, of an array's type and as long-lived as the array's manager. DJL's
     * own methods, such as {@code x.mul(2)}, free the constant at once, and a gradient that still needs it would read
     * memory that may hold anything by then.
     */
    public static NDArray constant(NDArray like, double value) {
        var arrays = like.getManager();
        return like.getDataType() == DataType.FLOAT64 ? arrays.create(value) : arrays.create((float) value);
    }

    /** Propagates a scalar loss back to every array that requires a gradient. */
    public static void backward(NDArray loss) {
        try (var seed = loss.getManager().ones(loss.getShape())) {
            JniUtils.backward((PtNDArray) loss, (PtNDArray) seed, false, false);
        }
    }

    /** Propagates an array's gradient back, if the loss itself was computed elsewhere. */
    public static void backward(NDArray output, NDArray gradient) {
        JniUtils.backward((PtNDArray) output, (PtNDArray) gradient, false, false);
    }

    /** The same numbers in the same memory, as the start of a new calculation that requires a gradient. */
    public static NDArray leaf(NDArray array) {
        var leaf = array.stopGradient();
        leaf.setRequiresGradient(true);
        return leaf;
    }

    /**
     * The numbers of one step of Adam.
     *
     * @param rate the learning rate
     * @param correctedRate the rate with the bias correction of both averages
     */
    public record AdamStep(
            double rate,
            double correctedRate,
            double weightDecay,
            double beta1,
            double beta2,
            double epsilon,
            boolean decoupled) {}

    /** One step of Adam, in place. */
    public static void adam(NDArray parameters, NDArray gradient, NDArray mean, NDArray square, AdamStep step) {
        JniUtils.adamUpdate(
                (PtNDArray) parameters,
                (PtNDArray) gradient,
                (PtNDArray) mean,
                (PtNDArray) square,
                (float) step.rate(),
                (float) step.correctedRate(),
                (float) step.weightDecay(),
                1f,
                -1f,
                (float) step.beta1(),
                (float) step.beta2(),
                (float) step.epsilon(),
                step.decoupled());
    }

    /** The version of PyTorch, for a model's provenance. */
    public static String version() {
        return call(() -> Loaded.START.engine().getVersion());
    }

    /** Which processor the engine runs on and what was checked there, for a model's provenance. */
    public static Map<String, String> check() {
        return call(() -> Map.of("Processor", ProcessorName.get(), "PyTorch's arithmetic", Loaded.START.check()));
    }

    /** What the analyst should know about the engine on this machine, once it has been used. */
    public static Optional<String> warning() {
        return call(() -> Loaded.START.warning());
    }

    /** How many graphics processors PyTorch can use. Only inside {@link #call}. */
    static int graphicsProcessors() {
        return Loaded.START.engine().getGpuCount();
    }

    /** Loads the engine at its first use, once. */
    private static final class Loaded {

        private static final NetworkException FAILURE;
        private static final EngineStart START;

        static {
            EngineStart start = null;
            NetworkException failure = null;
            try {
                start = EngineStart.of(ENGINE, NetworkOperations.all());
            } catch (NetworkException ex) {
                failure = ex;
            } catch (RuntimeException | LinkageError ex) {
                failure = notStarted(ex);
            }
            START = start;
            FAILURE = failure;
        }

        private static NetworkException notStarted(Throwable failure) {
            var cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return new NetworkException(
                    "PyTorch could not be started: " + cause.getMessage() + ". It unpacks some 450 MB into the folder"
                            + " .djl.ai of your home folder (or the one that the environment variable DJL_CACHE_DIR"
                            + " names): make sure that there is enough space and that it is writable, then restart KNIME.",
                    failure);
        }
    }
}
