package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;

/**
 * What a network computes from its arrays. A network has no state of its own: the arrays are handed in, so that one
 * network serves all folds at once.
 */
public interface Network {

    /**
     * What a forward pass gives.
     *
     * @param features the activations before the last layer, (batch, features)
     * @param output what the last layer makes of them: logits (batch, classes), or a reconstruction
     * @param detour what was computed outside of PyTorch; null if nothing was
     * @param maps the last activations with a time axis, (batch, channels, steps); null if the network has no such
     *     activations
     */
    record Pass(NDArray features, NDArray output, Detour detour, NDArray maps) {

        public Pass(NDArray features, NDArray output) {
            this(features, output, null);
        }

        public Pass(NDArray features, NDArray output, Detour detour) {
            this(features, output, detour, null);
        }

        /** The same with the activations that it was made from. */
        Pass from(NDArray activations) {
            return new Pass(features, output, detour, activations);
        }

        /** Propagates a loss of this pass back to every array that requires a gradient. */
        public void backward(NDArray loss) {
            Torch.backward(loss);
            if (detour != null) {
                detour.backward();
            }
        }
    }

    /** The arrays that the network needs, in a fixed order. */
    List<Slot> slots();

    /**
     * @param arrays the slots' arrays by name
     * @param input (batch, leads, samples)
     */
    Pass forward(Map<String, NDArray> arrays, NDArray input, Mode mode);

    /** Whether a row's output in training depends neither on the other rows of its batch nor on chance. */
    default boolean hasIndependentRows() {
        return false;
    }

    /** Whether {@link Inference} also returns where in time the network looks. */
    default boolean tellsAttention() {
        return false;
    }

    /** How many multiplications (each with its addition) a forward pass of one row takes, dense and convolutional. */
    long multiplyAccumulates(int samples);

    /** How many numbers training changes. */
    default long parameters() {
        return slots().stream().filter(Slot::isTrained).mapToLong(Slot::size).sum();
    }

    /** How many bytes all its numbers take, those included that training does not change. */
    default long bytes() {
        return 4L * slots().stream().mapToLong(Slot::size).sum();
    }
}
