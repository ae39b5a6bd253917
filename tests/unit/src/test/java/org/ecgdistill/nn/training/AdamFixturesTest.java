package org.ecgdistill.nn.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The optimiser's path on a small problem against PyTorch's. */
@Tag("fixtures")
class AdamFixturesTest {

    @Test
    void walksPyTorchsPath() throws IOException {
        for (var file : Shared.files(Shared.fixtures("distillation"), "adam", ".json")) {
            var reference = new ObjectMapper().readTree(file.toFile());
            var start = new float[reference.get("w0").size()];
            var scale = new float[start.length];
            for (var i = 0; i < start.length; i++) {
                start[i] = (float) reference.get("w0").get(i).asDouble();
                scale[i] = i + 1;
            }
            var rate = reference.get("lr").asDouble();
            var schedule = Schedule.of(1, 1, rate, 1)
                    .withWeightDecay(reference.get("weight_decay").asDouble(), false);
            Torch.call(() -> {
                try (var arrays = Torch.arrays(Device.cpu())) {
                    var parameters = arrays.create(start);
                    var scales = arrays.create(scale);
                    var adam = new Adam(arrays, List.of(parameters), List.of(new float[] {1}), schedule);
                    for (var expected : reference.get("traj")) {
                        // The reference's loss is the sum of (w·[1, 2, 3, …])² and of w.
                        var leaf = Torch.leaf(parameters);
                        NDArray loss = Torch.withGradients(
                                () -> leaf.mul(scales).square().sum().add(leaf.sum()));
                        Torch.backward(loss);
                        adam.step(List.of(leaf.getGradient()), rate).forEach(Runnable::run);
                        var found = parameters.toFloatArray();
                        for (var i = 0; i < found.length; i++) {
                            assertEquals(expected.get(i).asDouble(), found[i], 1e-6);
                        }
                    }
                    return null;
                }
            });
        }
    }
}
