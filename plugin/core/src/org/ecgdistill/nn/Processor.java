package org.ecgdistill.nn;

import ai.djl.Device;

/** What a network is computed on. Only inside {@link Torch#call}. */
public enum Processor {
    /** The graphics processor where PyTorch finds one that it can use, otherwise the processor. */
    AUTO,
    CPU,
    GPU;

    /** The corresponding device of this machine. */
    public Device device() {
        var hasGpu = this != CPU && Torch.graphicsProcessors() > 0;
        if (this == GPU && !hasGpu) {
            throw new NetworkException("PyTorch finds no graphics processor. A CUDA build of libtorch "
                    + Torch.version()
                    + " is needed: name its folder in the node's dialog and restart KNIME, or choose \"Automatic\".");
        }
        return hasGpu ? Device.gpu() : Device.cpu();
    }
}
