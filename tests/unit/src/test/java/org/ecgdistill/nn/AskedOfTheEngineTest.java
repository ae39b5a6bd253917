package org.ecgdistill.nn;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.Schedule;
import org.ecgdistill.nn.training.Trainer;
import org.ecgdistill.nn.training.Validation;
import org.ecgdistill.testing.Child;
import org.junit.jupiter.api.Test;

/**
 * What oneDNN itself says that it is asked for: never a convolution whose channels do not fill blocks of 16, forward or
 * back, in whatever network. Such a convolution is right on most processors and wrong on some; the question is the same
 * on all.
 */
class AskedOfTheEngineTest {

    /** mb5_ic16oc32_… and, with groups, mb5_g2ic32oc32_… */
    private static final Pattern CHANNELS = Pattern.compile("mb\\d+_(?:g(\\d+))?ic(\\d+)oc(\\d+)_");

    @Test
    void channelsAlwaysFillBlocks() throws IOException {
        var child = Child.of(List.of(), Networks.class);
        child.environment().put("ONEDNN_VERBOSE", "1");
        var said = Child.said(child.start());
        assertTrue(said.contains("all networks have learnt"), said);
        var convolutions = said.lines()
                .filter(line -> line.startsWith("onednn_verbose") && line.contains(",exec,cpu,convolution,"))
                .toList();
        assumeTrue(!convolutions.isEmpty(), "skipped: this build of PyTorch computes without oneDNN");
        for (var kind : List.of("forward", "backward_data", "backward_weights")) {
            assertTrue(convolutions.stream().anyMatch(line -> line.contains("," + kind)), kind);
        }
        convolutions.forEach(AskedOfTheEngineTest::assertFillsBlocks);
        // p: memory that oneDNN has padded itself.
        convolutions.forEach(line -> assertFalse(line.matches(".*f32:a?p:.*"), line));
    }

    private static void assertFillsBlocks(String line) {
        var found = CHANNELS.matcher(line);
        assertTrue(found.find(), line);
        var groups = found.group(1) == null ? 1 : Integer.parseInt(found.group(1));
        var in = Integer.parseInt(found.group(2)) / groups;
        var out = Integer.parseInt(found.group(3)) / groups;
        var isSignal = groups == 1 && in <= 3 && !line.contains(",backward_data,");
        assertTrue(in % 16 == 0 || isSignal, line);
        assertTrue(out % 16 == 0, line);
    }

    /** A few steps of training and some predictions of every network, in widths of all kinds. */
    static final class Networks {

        private static final int SAMPLES = 64;
        private static final int ROWS = 6;

        public static void main(String[] arguments) {
            for (var leads : new int[] {1, 2, 12}) {
                for (var network : List.of(
                        new ResNet1d(ResNet1d.Form.standard(leads, 1)),
                        new ResNet1d(new ResNet1d.Form(leads, 1, List.of(28, 56, 84), 2)),
                        new ResNet1d(new ResNet1d.Form(leads, 1, List.of(1, 2), 1)),
                        new Cnn1d(Cnn1d.Form.standard(leads, 1)),
                        new Cnn1d(new Cnn1d.Form(leads, 1, List.of(4, 8), 5, 6, 0)),
                        new Net1d(Net1d.Form.tiny(leads, 1)),
                        new Net1d(Net1d.Form.small(leads, 1)),
                        new Net1d(new Net1d.Form(leads, 8, List.of(8, 12), List.of(1, 1), 16, 4, 1, true, 0)),
                        new Vit1d(Vit1d.Form.standard(leads, SAMPLES, 1)))) {
                    learn(network, leads);
                }
                var form = Autoencoder.Form.standard(leads, SAMPLES, 6);
                pass(new Autoencoder(form), leads);
            }
            System.out.println("all networks have learnt");
        }

        private static void learn(Network network, int leads) {
            var labels = new float[ROWS][1];
            for (var row = 0; row < ROWS; row++) {
                labels[row][0] = row % 2;
            }
            var examples = new Examples(leads, signals(leads), Map.of(Examples.LABEL, labels));
            var trained = new Trainer(network, LabelLoss.plain(examples), Schedule.of(1, 3, 1e-3, 1))
                    .train(Weights.random(network, 1), examples, Validation.NONE, Progress.NONE);
            for (var rows : new int[] {1, ROWS}) {
                Inference.run(
                        network,
                        trained.weights(),
                        leads,
                        java.util.Arrays.copyOf(examples.signals(), rows),
                        Progress.NONE);
            }
        }

        /** Forward and back through a network whose output is a signal. */
        private static void pass(Network network, int leads) {
            var examples = new Examples(leads, signals(leads), Map.of());
            new Trainer(network, (pass, batch) -> pass.output().square().mean(), Schedule.of(1, 3, 1e-3, 1))
                    .train(Weights.random(network, 1), examples, Validation.NONE, Progress.NONE);
        }

        private static float[][] signals(int leads) {
            var random = new SplittableRandom(leads);
            var signals = new float[ROWS][leads * SAMPLES];
            for (var signal : signals) {
                for (var i = 0; i < signal.length; i++) {
                    signal[i] = (float) random.nextGaussian();
                }
            }
            return signals;
        }
    }
}
