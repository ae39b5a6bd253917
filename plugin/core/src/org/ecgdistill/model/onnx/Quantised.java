package org.ecgdistill.model.onnx;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Tensor;

/**
 * A model's convolutions and dense layers with weights of one byte each: in every output channel the largest weight
 * becomes 127. Constants, normalisation and positions are few and stay as they are, and so does the arithmetic.
 *
 * @param bytes by the name of the array
 */
public record Quantised(Map<String, Bytes> bytes) {

    private static final int LARGEST = 127;

    /**
     * An array as bytes: the number at (channel, …) is scales[channel] · values[…].
     *
     * @param values in the array's order
     * @param scales one for each first index
     */
    record Bytes(byte[] values, float[] scales) {}

    public Quantised {
        bytes = Map.copyOf(bytes);
    }

    /** No array as bytes. */
    static final Quantised NOTHING = new Quantised(Map.of());

    public static Quantised of(TrainedModel model) {
        var bytes = new LinkedHashMap<String, Bytes>();
        model.weights().tensors().forEach((name, tensor) -> {
            if (name.endsWith(".weight") && tensor.shape().length > 1) {
                bytes.put(name, bytes(tensor));
            }
        });
        return new Quantised(bytes);
    }

    private static Bytes bytes(Tensor tensor) {
        var channels = (int) tensor.shape()[0];
        var width = tensor.values().length / channels;
        var values = new byte[tensor.values().length];
        var scales = new float[channels];
        for (var channel = 0; channel < channels; channel++) {
            var largest = 0f;
            for (var i = 0; i < width; i++) {
                largest = Math.max(largest, Math.abs(tensor.values()[channel * width + i]));
            }
            // A channel of zeros keeps them with any scale.
            scales[channel] = largest == 0 ? 1 : largest / LARGEST;
            for (var i = 0; i < width; i++) {
                values[channel * width + i] = (byte) Math.round(tensor.values()[channel * width + i] / scales[channel]);
            }
        }
        return new Bytes(values, scales);
    }

    /** The model with the numbers that the bytes represent: it computes the same as the file. */
    public TrainedModel apply(TrainedModel model) {
        var tensors = new LinkedHashMap<>(model.weights().tensors());
        bytes.forEach((name, array) -> {
            var width = array.values().length / array.scales().length;
            var values = new float[array.values().length];
            for (var i = 0; i < values.length; i++) {
                values[i] = array.scales()[i / width] * array.values()[i];
            }
            tensors.put(name, new Tensor(values, tensors.get(name).shape()));
        });
        return new TrainedModel(model.manifest(), new Weights(tensors));
    }
}
