package org.ecgdistill.nn;

import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.file.Path;

/**
 * Switches of PyTorch that DJL does not expose, by the names that the libraries export. They work once the engine has
 * been loaded.
 */
final class Switches {

    /** A switch's name as compilers write it. */
    private enum Name {
        NNPACK("_ZN2at7Context20setUserEnabledNNPACKEb", "?setUserEnabledNNPACK@Context@at@@QEAAX_N@Z"),
        ONE_DNN("_ZN2at7Context20setUserEnabledMkldnnEb", "?setUserEnabledMkldnn@Context@at@@QEAAX_N@Z"),
        CONTEXT("_ZN2at13globalContextEv", "?globalContext@at@@YAAEAVContext@1@XZ");

        private final String unix;
        private final String windows;

        Name(String unix, String windows) {
            this.unix = unix;
            this.windows = windows;
        }

        String here() {
            return Platform.isWindows() ? windows : unix;
        }
    }

    private Switches() {}

    /**
     * Turns NNPACK off. PyTorch passes small convolutions of a single row to it, and on processors that it does not
     * support it refuses each of them with a line on standard error.
     */
    static boolean withoutNnpack() {
        return turnOff(Name.NNPACK);
    }

    /** Turns oneDNN off: PyTorch then computes convolutions as products of matrices. Returns whether that succeeded. */
    static boolean withoutOneDnn() {
        return turnOff(Name.ONE_DNN);
    }

    private static boolean turnOff(Name name) {
        try {
            var path = Path.of(LibUtils.getLibtorchPath(), System.mapLibraryName("torch_cpu"));
            var library = NativeLibrary.getInstance(path.toString());
            var context = library.getFunction(Name.CONTEXT.here()).invokePointer(new Object[0]);
            library.getFunction(name.here()).invokeVoid(new Object[] {context, 0});
            return true;
        } catch (LinkageError ex) {
            // A build of PyTorch that exports other names: nothing is switched.
            return false;
        }
    }
}
