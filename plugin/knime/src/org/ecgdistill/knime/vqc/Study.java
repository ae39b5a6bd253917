package org.ecgdistill.knime.vqc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.ecgdistill.knime.learner.LearnerOutput;
import org.ecgdistill.knime.learner.LearningRows;
import org.ecgdistill.knime.learner.PredictionColumns;
import org.ecgdistill.knime.learner.Versions;
import org.ecgdistill.model.Architecture;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.Provenance;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.nn.Latency;
import org.ecgdistill.nn.NetworkForm;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Epoch;

/** All that is trained and asked in one run of the node. */
final class Study {

    private final VqcLearnerParameters parameters;
    private final LearningRows rows;
    private final Teachers teachers;
    private final List<String> teacherNames;
    private final VqcModels candidates;
    private final List<Answers.Model> trained = new ArrayList<>();
    private final List<Answers.Model> answers = new ArrayList<>();
    private TrainedModel model;
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

    /** The models that have learnt, for their log. */
    List<Answers.Model> trained() {
        return trained;
    }

    /** The models that have spoken: those that have learnt, and the quantum student on other devices. */
    List<Answers.Model> answers() {
        return answers;
    }

    /** The quantum student of all rows. */
    TrainedModel model() {
        return model;
    }

    /** The quantum student's distillation. */
    Distilled distilled() {
        return quantum;
    }

    void run(Progress progress) {
        var comparisons = parameters.m_comparisons;
        var student = learn(candidates.quantum(), progress.part(0, 0.5));
        if (comparisons.m_withShots) {
            ask(student, comparisons.m_shots + " shots", parameters.shotDevice(), progress.part(0.5, 0.55));
        }
        if (comparisons.m_withNoise) {
            ask(student, "noise", parameters.noisyDevice(), progress.part(0.55, 0.7));
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
        var network = (CircuitNetwork) model.manifest().architecture().network();
        var first = IntStream.range(0, Math.min(count, rows.examples().rows())).toArray();
        return network.circuits(model.weights(), rows.examples().select(first));
    }

    private Answers.Model learn(VqcModel candidate, Progress progress) {
        var began = System.nanoTime();
        Progress named = (fraction, message) -> progress.report(fraction, candidate.name() + ", " + message);
        var distilled = parameters
                .m_distillation
                .toDistillation(candidate.student(), parameters.m_training)
                .run(teachers, rows.examples(), named);
        var manifest = manifest(
                candidate.name(), candidate.student().form(), distilled.models(), (System.nanoTime() - began) / 1e9);
        var learnt = answering(candidate.name(), manifest, distilled.models(), latency(manifest, distilled.models()));
        trained.add(learnt);
        if (quantum == null) {
            quantum = distilled;
            model = new TrainedModel(manifest, distilled.models().whole().weights());
        }
        return learnt;
    }

    private void ask(Answers.Model student, String how, QuantumDevice device, Progress progress) {
        var architecture = Architecture.of(candidates.formOn(device));
        var answered = DeviceEvaluation.of(
                student.answers(),
                architecture.network(),
                rows.examples(),
                parameters.m_training.processor(),
                parameters.m_training.threads(),
                (fraction, message) -> progress.report(fraction, "Predicting with " + how + ", " + message));
        answering(
                model.manifest().name() + ", " + how,
                model.manifest().with(architecture),
                answered,
                OptionalDouble.empty());
    }

    /** Not on a device that is slow to simulate: how long that takes says nothing about the device. */
    private OptionalDouble latency(Manifest manifest, CrossValidated models) {
        if (!parameters.device().isReversible()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Latency.milliseconds(
                manifest.architecture().network(),
                models.whole().weights(),
                rows.examples().leads(),
                rows.examples().signals()[0]));
    }

    private Answers.Model answering(String name, Manifest manifest, CrossValidated models, OptionalDouble latency) {
        var words = new TreeMap<>(parameters.m_distillation.toMap());
        if (!teacherNames.isEmpty()) {
            words.put("Teachers", String.join(", ", teacherNames));
        }
        var properties = LearnerOutput.facts(manifest, models.isOutOfFold(), latency, words)
                .toProperties();
        var answering = new Answers.Model(
                name,
                new PredictionColumns(
                        manifest.target(), name, manifest.classes(), manifest.isSingleLogit(), properties),
                models);
        answers.add(answering);
        return answering;
    }

    private Manifest manifest(String name, NetworkForm form, CrossValidated models, double seconds) {
        var provenance = new Provenance(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                rows.columns(),
                rows.examples().rows(),
                rows.labelCounts(),
                settings(),
                parameters.m_training.seed(),
                Versions.now(),
                models.whole().log().stream().map(Epoch::loss).toList(),
                seconds);
        return new Manifest(
                name,
                Architecture.of(form),
                rows.form(),
                rows.columns().get("label"),
                rows.code().classes(),
                provenance);
    }

    private Map<String, String> settings() {
        var settings = new TreeMap<>(parameters.toMap());
        if (!teacherNames.isEmpty()) {
            settings.put("Teachers", String.join(", ", teacherNames));
        }
        if (candidates.pretraining() != null) {
            var autoencoder = candidates.pretraining().ofFold(parameters.m_training.seed(), -1);
            var kept = autoencoder.log().get(autoencoder.best() - 1);
            settings.put(
                    "Reconstruction error",
                    Double.toString(Double.isNaN(kept.validationLoss()) ? kept.loss() : kept.validationLoss()));
        }
        return settings;
    }
}
