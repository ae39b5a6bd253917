package org.ecgdistill.model.pretrained;

import ai.onnxruntime.OrtEnvironment;
import org.ecgdistill.model.ModelException;

/** A program that loads ONNX Runtime, and prints what the analyst would read. */
final class RuntimeStarter {

    private RuntimeStarter() {}

    public static void main(String[] arguments) {
        try {
            var version = RuntimeLibraries.use(OrtEnvironment::getEnvironment).getVersion();
            System.out.println("started " + version + ", then " + System.getProperty(RuntimeLibraries.FOLDER));
        } catch (ModelException ex) {
            System.out.println(ex.getMessage());
        }
    }
}
