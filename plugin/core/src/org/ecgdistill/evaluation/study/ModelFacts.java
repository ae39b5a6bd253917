package org.ecgdistill.evaluation.study;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ecgdistill.evaluation.EvaluationException;

/**
 * What is known about a model besides its predictions: its size and cost, and where it comes from. Learners write it as text
 * properties beside their prediction columns, the comparison reads it back.
 *
 * @param outOfFold whether each row was predicted by a model that has not seen its fold
 * @param exposure whether a model that was trained elsewhere has learnt from the rows
 * @param parameters trainable parameters
 * @param bytes of the stored model
 * @param multiplyAccumulates for one prediction
 * @param trainingSeconds for all folds
 * @param latencyMillis for one prediction
 * @param qubits of a quantum circuit
 * @param depth of a quantum circuit
 * @param provenance anything else, for example seed, teacher, versions
 */
public record ModelFacts(
        boolean outOfFold,
        Exposure exposure,
        OptionalLong parameters,
        OptionalLong bytes,
        OptionalLong multiplyAccumulates,
        OptionalDouble trainingSeconds,
        OptionalDouble latencyMillis,
        OptionalLong qubits,
        OptionalLong depth,
        Map<String, String> provenance) {

    /** Nothing known, and nothing promised. */
    public static final ModelFacts NONE = fromProperties(Map.of());

    private static final String PREFIX = "ecgdistill.";
    private static final String EXPOSURE = PREFIX + "exposure";
    private static final String PROVENANCE = PREFIX + "provenance.";

    public ModelFacts {
        provenance = Map.copyOf(provenance);
    }

    public static ModelFacts fromProperties(Map<String, String> properties) {
        var provenance = new TreeMap<String, String>();
        properties.forEach((key, value) -> {
            if (key.startsWith(PROVENANCE)) {
                provenance.put(key.substring(PROVENANCE.length()), value);
            }
        });
        return new ModelFacts(
                "true".equals(properties.get(PREFIX + "outOfFold")),
                Exposure.ofName(properties.get(EXPOSURE)),
                whole(properties, "parameters"),
                whole(properties, "bytes"),
                whole(properties, "multiplyAccumulates"),
                number(properties, "trainingSeconds"),
                number(properties, "latencyMillis"),
                whole(properties, "qubits"),
                whole(properties, "depth"),
                provenance);
    }

    public ModelFacts withOutOfFold(boolean isOutOfFold) {
        return changed(draft -> draft.outOfFold = isOutOfFold);
    }

    public ModelFacts withExposure(Exposure other) {
        return changed(draft -> draft.exposure = other);
    }

    public ModelFacts withParameters(long number) {
        return changed(draft -> draft.parameters = OptionalLong.of(number));
    }

    public ModelFacts withBytes(long number) {
        return changed(draft -> draft.bytes = OptionalLong.of(number));
    }

    public ModelFacts withMultiplyAccumulates(long number) {
        return changed(draft -> draft.multiplyAccumulates = OptionalLong.of(number));
    }

    public ModelFacts withTrainingSeconds(double seconds) {
        return changed(draft -> draft.trainingSeconds = OptionalDouble.of(seconds));
    }

    public ModelFacts withLatencyMillis(double millis) {
        return changed(draft -> draft.latencyMillis = OptionalDouble.of(millis));
    }

    public ModelFacts withCircuit(long newQubits, long newDepth) {
        return changed(draft -> {
            draft.qubits = OptionalLong.of(newQubits);
            draft.depth = OptionalLong.of(newDepth);
        });
    }

    public ModelFacts withProvenance(Map<String, String> newProvenance) {
        return changed(draft -> draft.provenance = newProvenance);
    }

    private ModelFacts changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /** Facts that are being changed. */
    private static final class Draft {
        private boolean outOfFold;
        private Exposure exposure;
        private OptionalLong parameters;
        private OptionalLong bytes;
        private OptionalLong multiplyAccumulates;
        private OptionalDouble trainingSeconds;
        private OptionalDouble latencyMillis;
        private OptionalLong qubits;
        private OptionalLong depth;
        private Map<String, String> provenance;

        Draft(ModelFacts facts) {
            outOfFold = facts.outOfFold;
            exposure = facts.exposure;
            parameters = facts.parameters;
            bytes = facts.bytes;
            multiplyAccumulates = facts.multiplyAccumulates;
            trainingSeconds = facts.trainingSeconds;
            latencyMillis = facts.latencyMillis;
            qubits = facts.qubits;
            depth = facts.depth;
            provenance = facts.provenance;
        }

        ModelFacts finished() {
            return new ModelFacts(
                    outOfFold,
                    exposure,
                    parameters,
                    bytes,
                    multiplyAccumulates,
                    trainingSeconds,
                    latencyMillis,
                    qubits,
                    depth,
                    provenance);
        }
    }

    /** What {@link #fromProperties} reads. */
    public Map<String, String> toProperties() {
        var properties = new TreeMap<String, String>();
        properties.put(PREFIX + "outOfFold", Boolean.toString(outOfFold));
        if (exposure != Exposure.UNKNOWN) {
            properties.put(EXPOSURE, exposure.name());
        }
        parameters.ifPresent(value -> properties.put(PREFIX + "parameters", Long.toString(value)));
        bytes.ifPresent(value -> properties.put(PREFIX + "bytes", Long.toString(value)));
        multiplyAccumulates.ifPresent(value -> properties.put(PREFIX + "multiplyAccumulates", Long.toString(value)));
        trainingSeconds.ifPresent(value -> properties.put(PREFIX + "trainingSeconds", Double.toString(value)));
        latencyMillis.ifPresent(value -> properties.put(PREFIX + "latencyMillis", Double.toString(value)));
        qubits.ifPresent(value -> properties.put(PREFIX + "qubits", Long.toString(value)));
        depth.ifPresent(value -> properties.put(PREFIX + "depth", Long.toString(value)));
        provenance.forEach((key, value) -> properties.put(PROVENANCE + key, value));
        return properties;
    }

    /** How many times larger another model is, in parameters. */
    public OptionalDouble compressionAgainst(ModelFacts larger) {
        return parameters.orElse(0) > 0 && larger.parameters.isPresent()
                ? OptionalDouble.of(larger.parameters.getAsLong() / (double) parameters.getAsLong())
                : OptionalDouble.empty();
    }

    private static OptionalLong whole(Map<String, String> properties, String name) {
        var number = number(properties, name);
        return number.isPresent() ? OptionalLong.of(Math.round(number.getAsDouble())) : OptionalLong.empty();
    }

    private static OptionalDouble number(Map<String, String> properties, String name) {
        var text = Optional.ofNullable(properties.get(PREFIX + name));
        try {
            return text.isPresent() ? OptionalDouble.of(Double.parseDouble(text.get())) : OptionalDouble.empty();
        } catch (NumberFormatException ex) {
            throw new EvaluationException("The property \"" + PREFIX + name + "\" of a prediction column is \""
                    + text.get() + "\" but must be a number; run the learner again.");
        }
    }
}
