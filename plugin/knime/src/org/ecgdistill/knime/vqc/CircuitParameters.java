package org.ecgdistill.knime.vqc;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ecgdistill.hybrid.Initialisation;
import org.ecgdistill.hybrid.Readout;
import org.ecgdistill.hybrid.Scaling;
import org.ecgdistill.quantum.Entanglement;
import org.ecgdistill.quantum.design.AnsatzKind;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.ecgdistill.quantum.design.CircuitDesign.Encoding;
import org.ecgdistill.quantum.design.CircuitDesign.TrainedPart;
import org.ecgdistill.quantum.design.FeatureMapKind;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** What the quantum circuit behind the autoencoder looks like; the defaults are the paper's. */
@LoadDefaultsForAbsentFields
final class CircuitParameters implements NodeParameters {

    enum FeatureMap {
        @Label(value = "ZZ", description = "Phases by each feature and each product of two: ZZFeatureMap.")
        ZZ,
        @Label(value = "Pauli strings", description = "Turns about products of Pauli operators: PauliFeatureMap.")
        PAULI,
        @Label(value = "Z", description = "Phases by each feature alone: ZFeatureMap.")
        Z,
        @Label(value = "Angles, RX", description = "Each qubit is turned about X by its feature.")
        ANGLE_X,
        @Label(value = "Angles, RY", description = "Each qubit is turned about Y by its feature.")
        ANGLE_Y,
        @Label(value = "Angles, RZ", description = "Each qubit is turned about Z by its feature.")
        ANGLE_Z,
        @Label(value = "Amplitudes", description = "2 to the power of the qubits latent numbers, as π·tanh.")
        AMPLITUDE
    }

    enum AnsatzChoice {
        @Label(value = "EfficientSU2", description = "RY and RZ on every qubit, then CX gates.")
        EFFICIENT_SU2,
        @Label(value = "RealAmplitudes", description = "RY on every qubit, then CX gates.")
        REAL_AMPLITUDES,
        @Label(value = "Pairs", description = "RY, RY, CX on each pair, as in QViT.")
        PAIRS,
        @Label(value = "H and RY", description = "One Hadamard gate and one RY on each qubit.")
        HADAMARD_ROTATION,
        @Label(value = "Strongly entangling", description = "Three rotations on each qubit, then a ring of CX gates.")
        STRONGLY_ENTANGLING
    }

    enum Pattern {
        @Label(value = "Linear", description = "Each qubit with the next.")
        LINEAR(Entanglement.Pattern.LINEAR),
        @Label(value = "Reverse linear", description = "The same from the other end.")
        REVERSE_LINEAR(Entanglement.Pattern.REVERSE_LINEAR),
        @Label(value = "Circular", description = "First the last qubit with the first, then linear.")
        CIRCULAR(Entanglement.Pattern.CIRCULAR),
        @Label(value = "Pairwise", description = "0-1, 2-3, …, then 1-2, 3-4, …")
        PAIRWISE(Entanglement.Pattern.PAIRWISE),
        @Label(value = "Pairwise ring", description = "Pairwise, closed by the last qubit with the first.")
        PAIRWISE_RING(Entanglement.Pattern.PAIRWISE_RING),
        @Label(value = "Shifted circular", description = "Circular, shifted and turned from layer to layer: sca.")
        SHIFTED_CIRCULAR(Entanglement.Pattern.SHIFTED_CIRCULAR),
        @Label(value = "Full", description = "Every qubit with every other.")
        FULL(Entanglement.Pattern.FULL),
        @Label(value = "Given pairs", description = "The pairs that are written below.")
        GIVEN(null);

        private final Entanglement.Pattern pattern;

        Pattern(Entanglement.Pattern pattern) {
            this.pattern = pattern;
        }

        private String text(String pairs) {
            return pattern == null ? pairs : pattern.text();
        }
    }

    enum ScalingChoice {
        @Label(value = "None", description = "Latent numbers are the angles.")
        NONE,
        @Label(value = "tanh", description = "Standardised, then to ±1.")
        TANH,
        @Label(value = "π·tanh", description = "Standardised, then to ±π, a full turn.")
        PI_TANH,
        @Label(value = "Min–max", description = "The range of the rows that were learnt from to 0 … π.")
        MIN_MAX
    }

    enum ReadoutChoice {
        @Label(value = "All qubits", description = "A weight for each qubit's ⟨Z⟩, and a constant.")
        LINEAR,
        @Label(value = "Mean", description = "One weight for the mean of all ⟨Z⟩, and a constant.")
        MEAN
    }

    enum Begin {
        @Label(value = "Small", description = "Normal with standard deviation 0.1: gradients are large there.")
        SMALL,
        @Label(value = "Uniform", description = "Anywhere from −π to π.")
        UNIFORM,
        @Label(value = "Zero", description = "Gates that learn do nothing at first.")
        ZERO
    }

    @Layout(VqcSections.Circuit.class)
    @Widget(title = "Qubits", description = "From 1 to 12. The autoencoder has as many latent numbers.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_qubits = 6;

    @Layout(VqcSections.Circuit.class)
    @Widget(title = "Feature map", description = "How latent numbers enter the circuit.")
    @ValueReference(FeatureMapReference.class)
    FeatureMap m_featureMap = FeatureMap.ZZ;

    @Layout(VqcSections.Circuit.class)
    @Widget(
            title = "Pauli strings",
            description = "Separated by commas, for example Z, YY, ZXZ. No string may be longer than there are qubits.")
    @TextInputWidget
    @Effect(predicate = IsPauli.class, type = EffectType.SHOW)
    String m_pauliStrings = "Z, ZZ";

    @Layout(VqcSections.Circuit.class)
    @Widget(
            title = "Repetitions of the feature map",
            description = "How often it is applied; ZZ is hard to simulate from 2 on.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = HasRepetitions.class, type = EffectType.SHOW)
    int m_featureRepetitions = 2;

    @Layout(VqcSections.Circuit.class)
    @Widget(title = "Entanglement of the feature map", description = "Which qubits it joins.")
    @Effect(predicate = HasPairs.class, type = EffectType.SHOW)
    Pattern m_featureEntanglement = Pattern.LINEAR;

    @Layout(VqcSections.Circuit.class)
    @Widget(title = "Ansatz", description = "The part of the circuit that learns.")
    AnsatzChoice m_ansatz = AnsatzChoice.EFFICIENT_SU2;

    @Layout(VqcSections.Circuit.class)
    @Widget(
            title = "Repetitions of the ansatz",
            description = "More give the circuit more to learn with, and more depth.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_ansatzRepetitions = 3;

    @Layout(VqcSections.Circuit.class)
    @Widget(title = "Entanglement of the ansatz", description = "Which qubits it joins.")
    Pattern m_ansatzEntanglement = Pattern.LINEAR;

    @Layout(VqcSections.Circuit.class)
    @Advanced
    @Widget(
            title = "Given pairs",
            description =
                    "For \"Given pairs\": qubits from 0, joined by hyphens and separated by commas, as in 0-1, 2-3.")
    @TextInputWidget
    String m_pairs = "0-1, 1-2";

    @Layout(VqcSections.Circuit.class)
    @Advanced
    @Widget(
            title = "Uploads",
            description =
                    "How often feature map and ansatz alternate, each time with new parameters (data re-uploading).")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_uploads = 1;

    @Layout(VqcSections.Circuit.class)
    @Widget(title = "Scaling", description = """
                    How latent numbers become angles. It matters: the ZZ feature map turns by 2(π − x)(π − y), which is \
                    far for small x and y.""")
    @ValueSwitchWidget
    ScalingChoice m_scaling = ScalingChoice.MIN_MAX;

    @Layout(VqcSections.Circuit.class)
    @Widget(title = "Readout", description = "What becomes of the measured qubits.")
    @ValueSwitchWidget
    ReadoutChoice m_readout = ReadoutChoice.LINEAR;

    @Layout(VqcSections.Circuit.class)
    @Advanced
    @Widget(title = "Parameters start", description = "The circuit's parameters before it learns.")
    @ValueSwitchWidget
    Begin m_begin = Begin.SMALL;

    /** The circuit behind an autoencoder. */
    CircuitDesign toForm() {
        var encoding = new Encoding(
                FeatureMapKind.valueOf(m_featureMap.name()),
                m_featureRepetitions,
                m_featureEntanglement.text(m_pairs),
                pauliStrings());
        var trained = new TrainedPart(
                AnsatzKind.valueOf(m_ansatz.name()), m_ansatzRepetitions, m_ansatzEntanglement.text(m_pairs));
        return new CircuitDesign(m_qubits, encoding, trained, m_uploads);
    }

    Scaling scaling() {
        return Scaling.valueOf(m_scaling.name());
    }

    Readout readout() {
        return Readout.valueOf(m_readout.name());
    }

    Initialisation initialisation() {
        return Initialisation.valueOf(m_begin.name());
    }

    private List<String> pauliStrings() {
        return Stream.of(m_pauliStrings.split("[,;\\s]+"))
                .filter(string -> !string.isEmpty())
                .toList();
    }

    /** As shown in the dialog, for the model's provenance. */
    Map<String, String> toMap() {
        var design = toForm();
        var map = new TreeMap<String, String>();
        map.put("Qubits", Integer.toString(m_qubits));
        map.put("Feature map", m_featureMap.name() + (m_featureMap == FeatureMap.PAULI ? " " + m_pauliStrings : ""));
        map.put("Repetitions of the feature map", Integer.toString(m_featureRepetitions));
        map.put("Entanglement of the feature map", design.featureEntanglement());
        map.put("Ansatz", m_ansatz.name());
        map.put("Repetitions of the ansatz", Integer.toString(m_ansatzRepetitions));
        map.put("Entanglement of the ansatz", design.ansatzEntanglement());
        map.put("Uploads", Integer.toString(m_uploads));
        map.put("Scaling", m_scaling.name());
        map.put("Readout", m_readout.name());
        map.put("Parameters start", m_begin.name());
        return map;
    }

    static final class FeatureMapReference implements ParameterReference<FeatureMap> {}

    static final class IsPauli implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(FeatureMapReference.class).isOneOf(FeatureMap.PAULI);
        }
    }

    static final class HasPairs implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(FeatureMapReference.class).isOneOf(FeatureMap.ZZ, FeatureMap.PAULI);
        }
    }

    static final class HasRepetitions implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer
                    .getEnum(FeatureMapReference.class)
                    .isOneOf(FeatureMap.ZZ, FeatureMap.PAULI, FeatureMap.Z);
        }
    }
}
