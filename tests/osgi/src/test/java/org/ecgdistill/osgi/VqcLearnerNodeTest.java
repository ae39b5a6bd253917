package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.TestTables.rows;
import static org.ecgdistill.osgi.TestTables.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.ecgdistill.runner.api.Cancellation;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.NodeReport;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.RunListener;
import org.ecgdistill.runner.api.RunOptions;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.Workflow;
import org.junit.jupiter.api.Test;

/** The VQC Learner as an analyst meets it. How students learn and circuits compute is tested where they live. */
class VqcLearnerNodeTest {

    private final Workflow workflow = TestPlatform.withTorch().workflow();

    @Test
    void theStudentItsTwinAndOtherDevicesStandSideBySide() {
        var learner = scratch(rows())
                .set("comparisons/linear", true)
                .set("comparisons/withShots", true)
                .set("comparisons/withNoise", true)
                .set("comparisons/gradients", true);
        try (var run = run()) {
            var table = run.table(learner, 1);
            for (var name : List.of("VQC", "VQC twin", "VQC linear", "VQC, 5000 shots", "VQC, noise")) {
                assertTrue(table.hasColumn("P (Class=b) (" + name + ")"), name);
                var facts = table.column("Prediction (Class) (" + name + ")").properties();
                assertEquals("true", facts.get("ecgdistill.outOfFold"), name);
                var isClassical = name.endsWith("twin") || name.endsWith("linear");
                assertEquals(isClassical ? null : "6", facts.get("ecgdistill.qubits"), name);
            }
            assertEquals(parameters(table, "VQC"), parameters(table, "VQC twin"), "the twin has as much to learn with");
            assertEquals(
                    Integer.parseInt(parameters(table, "VQC")) - 55 + 7,
                    Integer.parseInt(parameters(table, "VQC linear")),
                    "six weights and a constant in the place of 48 angles, six weights and a constant");
            var exact = table.column("Logit (VQC)").doubles();
            var shots = table.column("Logit (VQC, 5000 shots)").doubles();
            var noise = table.column("Logit (VQC, noise)").doubles();
            for (var row = 0; row < exact.length; row++) {
                var soft = table.column("Soft targets (VQC)").signal(row);
                assertEquals(soft[(int) table.get("Fold", row)], exact[row], "the answer of the row's own fold");
                assertNotEquals(exact[row], noise[row]);
                // Six ⟨Z⟩ that scatter by at most 1/√5000 each, with weights of at most a few tenths.
                assertEquals(exact[row], shots[row], 0.2);
            }
            assertFalse(java.util.Arrays.equals(exact, shots), "shots scatter");
            var circuit = run.table(learner, 4);
            assertEquals(1, circuit.rowCount());
            assertEquals(6, circuit.get("Qubits", 0));
            assertEquals(48, circuit.get("Parameters", 0));
            assertEquals(35, circuit.get("Two-qubit gates", 0), "2·10 of the feature map, 3·5 of the ansatz");
            assertTrue(circuit.get("OpenQASM 2", 0).toString().startsWith("OPENQASM 2.0;"));
            assertTrue(circuit.get("OpenQASM 3", 0).toString().startsWith("OPENQASM 3"));
            assertTrue(circuit.get("Picture (SVG)", 0).toString().startsWith("<svg"));
            var gradients = run.table(learner, 5);
            assertEquals(9, gradients.rowCount());
            assertEquals("adjoint", gradients.get("Gradient", 0));
            for (var row = 0; row < 3; row++) {
                assertEquals(1, (double) gradients.get("Cosine to the exact gradient", row), 1e-9);
            }
            assertTrue((double) gradients.get("Cosine to the exact gradient", 4) < 0.99, "SPSA is noisy");
        }
    }

    @Test
    void theLogTellsBothStages() {
        var learner = scratch(rows()).set("stages/autoencoderEpochs", 2);
        try (var run = run()) {
            var log = run.table(learner, 3);
            var models = log.column("Model").counts();
            // Four models of three folds and of all rows.
            assertEquals(2 * 4, models.get("Autoencoder"));
            assertEquals(2 * 4, models.get("VQC"));
            assertEquals(2 * 4, models.get("VQC twin"));
            assertTrue(run.table(learner, 5).rowCount() == 0, "nobody asked for gradients");
        }
    }

    /** What the model says of the rows it has learnt from is what the Predictor says with it. */
    @Test
    void theModelSpeaksForItself() {
        var data = workflow.add(rows());
        var learner = workflow.add(OwnNode.VQC_LEARNER.factory())
                .from(data)
                .set("distillation/method", "LABELS")
                .set("labels/crossValidate", false)
                .set("training/epochs", 1);
        var predictor = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(learner, 2)
                .from(data)
                .set("name", "again");
        try (var run = run()) {
            assertArrayEquals(
                    run.table(learner, 1).column("Logit (VQC)").doubles(),
                    run.table(predictor, 1).column("Logit (again)").doubles());
        }
    }

    @Test
    void learnsFromATeacherAsTheStudentLearnerDoes() {
        var teacher = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(workflow.add(rows()))
                .set("training/epochs", 1);
        var student =
                workflow.add(OwnNode.VQC_LEARNER.factory()).from(teacher, 1).set("training/epochs", 1);
        var other = workflow.add(OwnNode.VQC_LEARNER.factory())
                .from(teacher, 1)
                .set("training/epochs", 1)
                .set("distillation/method", "BRIDGING")
                .set("name", "Bridged");
        var founder = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(workflow.add(rows()))
                .set("bottleneck", 6)
                .set("training/epochs", 1);
        var aligned = workflow.add(OwnNode.VQC_LEARNER.factory())
                .from(founder, 1)
                .set("training/epochs", 1)
                .set("distillation/method", "FEATURES")
                .set("comparisons/linear", true);
        var attending = workflow.add(OwnNode.VQC_LEARNER.factory())
                .from(founder, 1)
                .set("training/epochs", 1)
                .set("distillation/method", "FEATURES")
                .set("student", "ATTENTION")
                .set("attention/qubits", 3)
                .set("attention/heads", 2);
        var averaging = workflow.add(OwnNode.VQC_LEARNER.factory())
                .from(founder, 1)
                .set("distillation/method", "FEATURES")
                .set("circuit/readout", "MEAN");
        var looking =
                workflow.add(OwnNode.VQC_LEARNER.factory()).from(founder, 1).set("distillation/method", "ATTENTION");
        try (var run = workflow.run()) {
            assertTrue(run.node(looking).message().contains("a quantum student does not have"));
            assertTrue(run.node(averaging).message().contains("Choose the readout of all qubits"));
            assertFalse(run.table(aligned, 1).hasColumn("Logit (VQC twin)"));
            assertTrue(run.node(aligned).warning().contains("No twin is trained"), run.node(aligned)::warning);
            assertTrue(
                    run.node(aligned).warning().contains("No logistic regression is trained"),
                    run.node(aligned)::warning);
            assertTrue(run.table(attending, 1).hasColumn("Logit (VQC twin)"));
            assertTrue(run.table(student, 1).hasColumn("P (Class=b) (ECGFounder)"), "the teacher stays");
            assertNotEquals(
                    run.table(student, 1).column("Logit (VQC)").doubles()[0],
                    run.table(other, 1).column("Logit (Bridged)").doubles()[0]);
        }
    }

    @Test
    void quantumAttentionIsAnotherStudent() {
        var learner = scratch(rows()).set("student", "ATTENTION").set("attention/heads", 2);
        try (var run = run()) {
            var table = run.table(learner, 1);
            assertEquals(
                    "4", table.column("Prediction (Class) (VQC)").properties().get("ecgdistill.qubits"));
            var circuits = run.table(learner, 4);
            assertEquals(
                    List.of("query 1", "key 1", "value 1", "query 2", "key 2", "value 2"),
                    circuits.column("Part").strings());
        }
    }

    /** Every optimiser, device and gradient is reached from the dialog. */
    @Test
    void everyWayOfLearningWorks() {
        var nodes = new java.util.ArrayList<Node>();
        for (var optimiser : List.of("ADAM", "SPSA", "CONJUGATE_GRADIENT", "BOBYQA", "CMA_ES")) {
            nodes.add(small().set("stages/second", "FROZEN")
                    .set("stages/optimiser", optimiser)
                    .set("stages/evaluations", 30));
        }
        for (var gradient : List.of("ADJOINT", "PARAMETER_SHIFT", "SPSA", "FINITE_DIFFERENCES")) {
            nodes.add(small().set("simulator/gradient", gradient));
        }
        nodes.add(small().set("simulator/shots", 20));
        nodes.add(small().set("simulator/simulator", "STATE_VECTOR_SINGLE"));
        nodes.add(small().set("simulator/simulator", "DENSITY_MATRIX"));
        nodes.add(small().set("simulator/simulator", "STRANGE").set("stages/second", "FROZEN"));
        for (var map : List.of("PAULI", "Z", "ANGLE_X", "ANGLE_Y", "ANGLE_Z", "AMPLITUDE")) {
            nodes.add(small().set("circuit/featureMap", map));
        }
        for (var ansatz : List.of("REAL_AMPLITUDES", "PAIRS", "STRONGLY_ENTANGLING")) {
            nodes.add(small().set("circuit/ansatz", ansatz));
        }
        nodes.add(small().set("circuit/ansatzEntanglement", "GIVEN").set("circuit/pairs", "0-2, 2-1"));
        for (var scaling : List.of("NONE", "PI_TANH", "TANH")) {
            nodes.add(small().set("circuit/scaling", scaling).set("circuit/begin", "UNIFORM"));
        }
        nodes.add(small().set("circuit/readout", "MEAN").set("circuit/uploads", 2));
        try (var run = run()) {
            for (var node : nodes) {
                var logits = run.table(node, 1).column("Logit (VQC)").doubles();
                assertTrue(IntStream.range(0, logits.length).allMatch(i -> Double.isFinite(logits[i])));
            }
        }
    }

    @Test
    void whatCannotBeBuiltIsSaidInASentence() {
        new Refusals(workflow)
                .add(learner(rows()), "has no column with soft targets")
                .add(scratch(rows()).set("circuit/qubits", 0), "choose from 1 to 12 qubits")
                .add(scratch(rows()).set("circuit/qubits", 13), "choose from 1 to 12 qubits")
                .add(
                        scratch(rows()).set("circuit/featureMap", "PAULI").set("circuit/pauliStrings", "ZZZZZZZ"),
                        "but the circuit has only 6")
                .add(
                        scratch(rows())
                                .set("circuit/ansatzEntanglement", "GIVEN")
                                .set("circuit/pairs", "0-6"),
                        "the circuit has the qubits 0 to 5")
                .add(
                        scratch(rows())
                                .set("circuit/ansatzEntanglement", "GIVEN")
                                .set("circuit/pairs", "all"),
                        "write pairs of qubits such as 0-1, 1-2")
                .add(scratch(rows()).set("simulator/shots", -1), "choose at least 1 shot")
                .add(
                        scratch(rows()).set("comparisons/withShots", true).set("comparisons/shots", -5),
                        "choose at least 1 shot")
                .add(scratch(rows()).set("noise/amplitudeDamping", 1.5), "Amplitude damping is 1.5: choose a number")
                .add(
                        scratch(rows()).set("simulator/shots", 100).set("simulator/gradient", "ADJOINT"),
                        "choose parameter shift")
                .add(
                        scratch(rows()).set("circuit/featureMap", "AMPLITUDE").set("circuit/uploads", 2),
                        "Amplitude encoding")
                .add(
                        scratch(rows()).set("student", "ATTENTION").set("attention/patches", 5000),
                        "cannot be cut into 5000 patches")
                .add(
                        scratch(with(rows(), Column.strings("Logit (VQC twin)", new String[24]))),
                        "Give this model another name")
                .add(
                        scratch(Table.of(
                                Column.signals("Signal"), Column.strings("Class"), Column.doubles("Sampling rate"))),
                        "The input table is empty")
                .add(scratch(rows()).set("training/rate", 1e30), "Training broke down")
                .check();
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        var first = scratch(rows()).set("training/threads", 1).set("simulator/shots", 50);
        var same = scratch(rows()).set("training/threads", 4).set("simulator/shots", 50);
        var other = scratch(rows()).set("simulator/shots", 50).set("training/seed", 2);
        try (var run = run()) {
            assertArrayEquals(logits(run, first), logits(run, same));
            assertNotEquals(logits(run, first)[0], logits(run, other)[0]);
        }
    }

    @Test
    void cancelStopsWithinASecond() {
        var learner = scratch(rows()).set("training/epochs", 100_000);
        // A step with noise on ten qubits would take minutes.
        var slow = scratch(rows())
                .set("circuit/qubits", 10)
                .set("simulator/simulator", "DENSITY_MATRIX")
                .set("training/epochs", 100);
        for (var one : List.of(learner, slow)) {
            var cancellation = new Cancellation();
            var asked = new AtomicLong();
            var listener = new RunListener() {
                @Override
                public void progress(NodeReport node, double fraction, String message) {
                    if (message.startsWith("VQC") && asked.compareAndSet(0, System.nanoTime())) {
                        cancellation.cancel();
                    }
                }
            };
            try (var run = workflow.run(RunOptions.defaults().with(cancellation).with(listener))) {
                assertFalse(run.node(one).isExecuted());
                assertTrue(asked.get() > 0, "it has begun");
                assertTrue(System.nanoTime() - asked.get() < 1_500_000_000L, "cancelling takes a second at most");
            }
        }
    }

    private static String parameters(Table table, String name) {
        return table.column("Logit (" + name + ")").properties().get("ecgdistill.parameters");
    }

    private static double[] logits(Run run, Node learner) {
        return run.table(learner, 1).column("Logit (VQC)").doubles();
    }

    private Run run() {
        var run = workflow.run();
        assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
        return run;
    }

    private Node learner(Table table) {
        return workflow.add(OwnNode.VQC_LEARNER.factory()).from(workflow.add(table));
    }

    /** Without a teacher, and short. */
    private Node scratch(Table table) {
        return learner(table)
                .set("distillation/method", "LABELS")
                .set("training/epochs", 2)
                .set("stages/autoencoderEpochs", 1);
    }

    /** One model of few rows on three qubits. */
    private Node small() {
        return scratch(rows())
                .set("labels/crossValidate", false)
                .set("training/epochs", 1)
                .set("comparisons/twin", false)
                .set("circuit/qubits", 3)
                .set("circuit/ansatzRepetitions", 1)
                .set("circuit/featureRepetitions", 1);
    }
}
