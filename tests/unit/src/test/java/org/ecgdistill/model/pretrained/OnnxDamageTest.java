package org.ecgdistill.model.pretrained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.model.InputScaling;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.model.onnx.OnnxFile;
import org.ecgdistill.model.onnx.OnnxFiles;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * ONNX files changed by chance: a working model or our own exception with a sentence. The long form, for a night:
 * {@code -Decgdistill.fuzz.onnx=10000} files in all; {@code -Decgdistill.fuzz.seed} for others.
 */
@Tag("data")
class OnnxDamageTest {

    private static final int FILES = Integer.getInteger("ecgdistill.fuzz.onnx", 200);
    private static final long SEED = Long.getLong("ecgdistill.fuzz.seed", 20261201);

    @Test
    void damagedFilesAreRefusedOrRun() throws IOException {
        var files = new ArrayList<byte[]>();
        var models = Shared.data("models");
        for (var name : List.of(
                "openecg-rhythm.onnx",
                "openecg-beat.onnx",
                "openecg-waves.onnx",
                "xceptiontime-ptbxl-superclasses.onnx")) {
            files.add(Files.readAllBytes(models.resolve(name)));
        }
        files.add(OnnxFile.bytes(OnnxFiles.student()));
        var random = new Random(SEED);
        var outcomes = new int[2];
        for (var i = 0; i < files.size(); i++) {
            var damage = new OnnxDamage(files.get(i));
            for (var n = 0; n < FILES / files.size(); n++) {
                outcomes[isRun(damage.next(random)) ? 1 : 0]++;
            }
        }
        assertEquals(FILES / files.size() * files.size(), outcomes[0] + outcomes[1]);
        assertTrue(outcomes[0] > 0 && outcomes[1] > 0, "refused " + outcomes[0] + ", run " + outcomes[1]);
    }

    private static boolean isRun(byte[] file) {
        try {
            var source = OnnxSource.of(file);
            var width = source.likelyOutput().shape().get(1).length().orElse(4);
            var builder = source.builder()
                    .rate(100)
                    .samples(source.samples().orElse(1000))
                    .scaling(InputScaling.RANKS)
                    .leads(IntStream.range(0, source.leadCount().orElse(1))
                            .mapToObj(i -> "L" + i)
                            .toList());
            if (source.manifest().isEmpty()) {
                builder.classes(IntStream.range(0, (int) Math.max(2, width))
                        .mapToObj(i -> "c" + i)
                        .toList());
            }
            var model = builder.build();
            var input = new float[1]
                    [model.manifest().input().leads().size()
                            * model.manifest().input().samples()];
            assertEquals(
                    model.manifest().architecture().logits(),
                    model.run(input, Processor.CPU, 1, Progress.NONE).outputs()[0].length);
            return true;
        } catch (ModelException ex) {
            assertTrue(ex.getMessage().endsWith("."), ex.getMessage());
            return false;
        }
    }
}
