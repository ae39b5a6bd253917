package org.ecgdistill.knime.vqc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.distill.Distilled;
import org.ecgdistill.distill.Teachers;
import org.ecgdistill.hybrid.CircuitNetwork;
import org.ecgdistill.hybrid.DeviceEvaluation;
import org.ecgdistill.hybrid.QuantumDevice;
import org.ecgdistill.hybrid.TrainedCircuit;
import org.ecgdistill.knime.learner.LearningRows;
import org.ecgdistill.knime.learner.LearntModel;
import org.ecgdistill.knime.learner.ShownSettings;
import org.ecgdistill.model.Architecture;

/** Everything that is trained and predicted in one run of the node. */
final class Study {

    /** The device with the noise that is set. */
    static final String NOISE = "noise";

    private final VqcLearnerParameters parameters;
    private final LearningRows rows;
    private final Teachers teachers;
    private final List<String> teacherNames;
    private final VqcModels candidates;
    private final List<LearntModel> trained = new ArrayList<>();
    private final List<LearntModel> models = new ArrayList<>();
    private Distilled quantum;

    Study(
            VqcLearnerParameters parameters,
            LearningRows rows,
            Teachers teachers,
            List<String> teacherNames,
            VqcModels candidates) {
        this.parameters = parameters;
        this.rows = rows;
        this.teachers = teachers;
        this.teacherNames = teacherNames;
        this.candidates = candidates;
    }

    /** The models that were trained, for their log. */
    List<LearntModel> trained() {
        return trained;
    }

    /** All models that predict: those that were trained, and the quantum student, the first, on other devices. */
    List<LearntModel> models() {
        return models;
    }

    /** The quantum student's distillation. */
    Distilled distilled() {
        return quantum;
    }

    void run(Progress progress) {
        var comparisons = parameters.m_comparisons;
        learn(candidates.quantum(), progress.part(0, 0.5));
        if (comparisons.m_withShots) {
            predict(parameters.shots(), parameters.shotDevice(), progress.part(0.5, 0.55));
        }
        if (comparisons.m_withNoise) {
            predict(NOISE, parameters.noisyDevice(), progress.part(0.55, 0.7));
        }
        if (parameters.hasTwin()) {
            learn(candidates.twin(), progress.part(0.7, 0.9));
        }
        if (parameters.hasLinear()) {
            learn(candidates.linear(), progress.part(0.9, 1));
        }
    }

    /** The circuits of the model of all rows, with the angles of the first rows. */
    List<TrainedCircuit> circuits(int count) {
        var model = models.get(0).whole();
        var network = (CircuitNetwork) model.manifest().architecture().network();
        var first = IntStream.range(0, Math.min(count, rows.examples().rows())).toArray();
        return network.circuits(model.weights(), rows.examples().select(first));
    }

    private void learn(VqcModels.Candidate candidate, Progress progress) {
        var began = System.nanoTime();
        Progress named = (fraction, message) -> progress.report(fraction, candidate.name() + ", " + message);
        var distilled = parameters
                .m_distillation
                .toDistillation(candidate.student(), parameters.m_training)
                .run(teachers, rows.examples(), named);
        var model = LearntModel.of(
                        candidate.name(), candidate.student().form(), rows, settings(), distilled.models(), began)
                .with(facts());
        // A device that is slow to simulate need not be slow itself.
        var learnt = parameters.device().isReversible() ? model.timed(rows) : model;
        trained.add(learnt);
        models.add(learnt);
        quantum = quantum == null ? distilled : quantum;
    }

    /** The quantum student's predictions on another device. */
    private void predict(String how, QuantumDevice device, Progress progress) {
        var student = models.get(0);
        var architecture = Architecture.of(candidates.formOn(device));
        var predicted = DeviceEvaluation.of(
                student.result(),
                architecture.network(),
                rows.examples(),
                parameters.m_training.processor(),
                parameters.m_training.threads(),
                (fraction, message) -> progress.report(fraction, "Predicting with " + how + ", " + message));
        models.add(new LearntModel(
                student.manifest().with(parameters.nameWith(how), architecture),
                predicted,
                OptionalDouble.empty(),
                facts()));
    }

    private Map<String, String> facts() {
        return withTeachers(ShownSettings.of(parameters.m_distillation));
    }

    private Map<String, String> settings() {
        var settings = withTeachers(parameters.settings());
        candidates.pretraining().ifPresent(pretraining -> {
            var autoencoder = pretraining.ofFold(parameters.m_training.seed(), -1);
            var kept = autoencoder.log().get(autoencoder.best() - 1);
            settings.put(
                    "Reconstruction error",
                    Double.toString(Double.isNaN(kept.validationLoss()) ? kept.loss() : kept.validationLoss()));
        });
        return settings;
    }

    private Map<String, String> withTeachers(Map<String, String> settings) {
        var words = new TreeMap<>(settings);
        if (!teacherNames.isEmpty()) {
            words.put("Teachers", String.join(", ", teacherNames));
        }
        return words;
    }
}
