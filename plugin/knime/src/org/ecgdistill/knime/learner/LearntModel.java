package org.ecgdistill.knime.learner;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.model.Architecture;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.Provenance;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.nn.Latency;
import org.ecgdistill.nn.NetworkForm;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Epoch;
import org.osgi.framework.FrameworkUtil;

/**
 * A model that has learnt from the rows of a table.
 *
 * @param manifest everything that is known of it except its weights
 * @param result its weights and predictions
 * @param latency milliseconds for one prediction, if measured
 * @param words further facts for the comparison of models
 */
public record LearntModel(Manifest manifest, CrossValidated result, OptionalDouble latency, Map<String, String> words) {

    public LearntModel {
        words = Map.copyOf(words);
    }

    /**
     * A model whose training has just ended.
     *
     * @param settings of its learner, as shown in the dialog
     * @param began when its training began, by {@link System#nanoTime}
     */
    public static LearntModel of(
            String name,
            NetworkForm form,
            LearningRows rows,
            Map<String, String> settings,
            CrossValidated result,
            long began) {
        var provenance = Provenance.of(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), versions())
                .withRows(rows.columns(), rows.examples().rows(), rows.labelCounts())
                .withTraining(
                        settings,
                        rows.design().seed(),
                        result.whole().log().stream().map(Epoch::loss).toList(),
                        (System.nanoTime() - began) / 1e9);
        var target = rows.columns().get("label");
        var manifest = new Manifest(
                name, Architecture.of(form), rows.form(), target, rows.code().classes(), provenance);
        return new LearntModel(manifest, result, OptionalDouble.empty(), Map.of());
    }

    /** Of the software that trained it. */
    private static Map<String, String> versions() {
        var bundle = FrameworkUtil.getBundle(LearntModel.class);
        var versions = new TreeMap<>(Torch.check());
        versions.put(
                "ECG Distill", bundle == null ? "unknown" : bundle.getVersion().toString());
        versions.put("Java", System.getProperty("java.version"));
        versions.put("PyTorch", Torch.version());
        return versions;
    }

    public String name() {
        return manifest.name();
    }

    /** The model of all rows. */
    public TrainedModel whole() {
        return new TrainedModel(manifest, result.whole().weights());
    }

    /** The same model after its predictions have been timed. */
    public LearntModel timed(LearningRows rows) {
        var milliseconds = Latency.milliseconds(
                manifest.architecture().network(),
                result.whole().weights(),
                rows.examples().leads(),
                rows.examples().signals()[0]);
        return new LearntModel(manifest, result, OptionalDouble.of(milliseconds), words);
    }

    public LearntModel with(Map<String, String> otherWords) {
        return new LearntModel(manifest, result, latency, otherWords);
    }

    /** For the comparison of models. */
    public ModelFacts facts() {
        return LearnerOutput.facts(manifest, result.isOutOfFold(), latency, words);
    }
}
