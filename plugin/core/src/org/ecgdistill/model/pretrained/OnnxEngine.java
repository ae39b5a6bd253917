package org.ecgdistill.model.pretrained;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import org.ecgdistill.model.ModelException;

/** ONNX Runtime, which is loaded once, at its first use. */
final class OnnxEngine {

    private static OrtEnvironment environment;

    private OnnxEngine() {}

    /**
     * @throws ModelException if it cannot be loaded on this machine
     */
    static synchronized OrtEnvironment environment() {
        if (environment == null) {
            environment = load();
        }
        return environment;
    }

    private static OrtEnvironment load() {
        try {
            var loaded = RuntimeLibraries.use(
                    () -> OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "ECG Distill"));
            loaded.setTelemetry(false);
            return loaded;
        } catch (ModelException ex) {
            throw ex;
        } catch (OrtException | RuntimeException | LinkageError ex) {
            throw new ModelException(
                    "ONNX Runtime, which runs networks from ONNX files, cannot be loaded on this computer: " + ex
                            + ". Install the feature \"ECG Distill: ONNX models\" again, or use another computer.",
                    ex);
        }
    }
}
