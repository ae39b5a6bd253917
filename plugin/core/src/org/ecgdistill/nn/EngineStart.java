package org.ecgdistill.nn;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.Optional;

/**
 * Loads the engine once, at its first use, and checks that it computes correctly on this processor. If it does not, it
 * continues without oneDNN; if that does not help either, this start fails and the next one uses the safe instruction
 * set.
 *
 * @param engine what networks run on
 * @param check what was checked, for a model's provenance
 * @param warning what the analyst should know
 */
record EngineStart(Engine engine, String check, Optional<String> warning) {

    private static final String CHECK = "on the processor each kind of operation agrees with plain loops";

    /**
     * @param operations that have to be right
     */
    static EngineStart of(String name, List<EngineProof.Operation> operations) {
        var processor = ProcessorName.get();
        var safe = SafeInstructions.of(processor);
        var isSafe = safe.areNeeded();
        if (isSafe) {
            SafeInstructions.use();
        }
        UnpackedLibraries.check();
        var engine = Engine.getEngine(name);
        // A fold is trained by one thread: more threads only get in each other's way.
        JniUtils.setNumThreads(1);
        NativeHeap.keepsFreedMemory();
        Switches.withoutNnpack();
        var wrong = wrong(operations);
        if (wrong.isEmpty()) {
            return isSafe
                    ? slow(engine, processor, "with its oldest instruction set")
                    : new EngineStart(engine, CHECK, Optional.empty());
        }
        if (!isSafe && Switches.withoutOneDnn() && wrong(operations).isEmpty()) {
            return slow(engine, processor, "without oneDNN");
        }
        var isNoted = !isSafe && safe.areNeededNextTime(wrong.get());
        throw new NetworkException("On this processor (" + processor + ") PyTorch computes this operation wrongly: "
                + wrong.get() + ". " + whatToDo(isSafe, isNoted));
    }

    private static String whatToDo(boolean isSafe, boolean isNoted) {
        if (isSafe) {
            return "Its oldest instruction set does not help either. Train and predict on another computer.";
        }
        return isNoted
                ? "Restart KNIME: PyTorch will then use its oldest instruction set, which is slower."
                : "Make the folder .djl.ai of your home folder writable and restart KNIME, or train and predict on"
                        + " another computer.";
    }

    private static EngineStart slow(Engine engine, String processor, String how) {
        return new EngineStart(
                engine,
                CHECK + ", " + how,
                Optional.of("On this processor (" + processor + ") PyTorch computes some operations wrongly. It now"
                        + " runs " + how + ": the results are right, but take longer."));
    }

    /** The first operation that is computed wrongly. */
    private static Optional<String> wrong(List<EngineProof.Operation> operations) {
        try (var arrays = Torch.arrays(Device.cpu())) {
            return EngineProof.wrong(arrays, operations);
        }
    }
}
