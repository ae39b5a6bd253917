package org.ecgdistill.knime.vqc;

import java.util.List;
import java.util.stream.Stream;
import org.ecgdistill.hybrid.Initialisation;
import org.ecgdistill.hybrid.Readout;
import org.ecgdistill.hybrid.Scaling;
import org.ecgdistill.knime.common.IsOneOf;
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
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The design of the quantum circuit after the autoencoder; the defaults are the paper's. */
@LoadDefaultsForAbsentFields
@Layout(VqcSections.CircuitSection.class)
final class CircuitParameters implements NodeParameters {

    @Widget(title = "Qubits", description = "From 1 to 12. The autoencoder has the same number of latent values.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_qubits = 6;

    enum FeatureMapChoice {
        @Label(value = "ZZ", description = "Phases from each feature and each product of two features (ZZFeatureMap).")
        ZZ(FeatureMapKind.ZZ),
        @Label(value = "Pauli strings", description = "Rotations about products of Pauli operators (PauliFeatureMap).")
        PAULI(FeatureMapKind.PAULI),
        @Label(value = "Z", description = "Phases from each feature alone (ZFeatureMap).")
        Z(FeatureMapKind.Z),
        @Label(value = "Angles, RX", description = "Rotates each qubit about X by its feature.")
        ANGLE_X(FeatureMapKind.ANGLE_X),
        @Label(value = "Angles, RY", description = "Rotates each qubit about Y by its feature.")
        ANGLE_Y(FeatureMapKind.ANGLE_Y),
        @Label(value = "Angles, RZ", description = "Rotates each qubit about Z by its feature.")
        ANGLE_Z(FeatureMapKind.ANGLE_Z),
        @Label(
                value = "Amplitudes",
                description = "Encodes 2ⁿ latent values, as π·tanh, in the amplitudes of n qubits.")
        AMPLITUDE(FeatureMapKind.AMPLITUDE);

        private final FeatureMapKind value;

        FeatureMapChoice(FeatureMapKind value) {
            this.value = value;
        }
    }

    static final class FeatureMapReference implements ParameterReference<FeatureMapChoice> {}

    static final class IsPauli extends IsOneOf<FeatureMapChoice> {
        IsPauli() {
            super(FeatureMapReference.class, FeatureMapChoice.PAULI);
        }
    }

    static final class HasPairs extends IsOneOf<FeatureMapChoice> {
        HasPairs() {
            super(FeatureMapReference.class, FeatureMapChoice.ZZ, FeatureMapChoice.PAULI);
        }
    }

    static final class HasRepetitions extends IsOneOf<FeatureMapChoice> {
        HasRepetitions() {
            super(FeatureMapReference.class, FeatureMapChoice.ZZ, FeatureMapChoice.PAULI, FeatureMapChoice.Z);
        }
    }

    @Widget(title = "Feature map", description = "How the latent values are encoded in the circuit.")
    @ValueReference(FeatureMapReference.class)
    FeatureMapChoice m_featureMap = FeatureMapChoice.ZZ;

    @Widget(
            title = "Pauli strings",
            description =
                    "Separated by commas, for example Z, YY, ZXZ. A string cannot have more letters than there are qubits.")
    @TextInputWidget
    @Effect(predicate = IsPauli.class, type = EffectType.SHOW)
    String m_pauliStrings = "Z, ZZ";

    @Widget(
            title = "Repetitions of the feature map",
            description = "How often the feature map is applied; from 2 on, ZZ is hard to simulate classically.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = HasRepetitions.class, type = EffectType.SHOW)
    int m_featureRepetitions = 2;

    enum EntanglementChoice {
        @Label(value = "Linear", description = "Each qubit with the next one.")
        LINEAR(Entanglement.Pattern.LINEAR),
        @Label(value = "Reverse linear", description = "As linear, from the other end.")
        REVERSE_LINEAR(Entanglement.Pattern.REVERSE_LINEAR),
        @Label(value = "Circular", description = "First the last qubit with the first, then linear.")
        CIRCULAR(Entanglement.Pattern.CIRCULAR),
        @Label(value = "Pairwise", description = "0-1, 2-3, …, then 1-2, 3-4, …")
        PAIRWISE(Entanglement.Pattern.PAIRWISE),
        @Label(value = "Pairwise ring", description = "Pairwise, closed by a pair of the last and the first qubit.")
        PAIRWISE_RING(Entanglement.Pattern.PAIRWISE_RING),
        @Label(value = "Shifted circular", description = "Circular, shifted and reversed from layer to layer (sca).")
        SHIFTED_CIRCULAR(Entanglement.Pattern.SHIFTED_CIRCULAR),
        @Label(value = "Full", description = "Each qubit with every other one.")
        FULL(Entanglement.Pattern.FULL),
        @Label(value = "Given pairs", description = "The pairs given below.")
        GIVEN(null);

        private final Entanglement.Pattern value;

        EntanglementChoice(Entanglement.Pattern value) {
            this.value = value;
        }

        private String text(String pairs) {
            return value == null ? pairs : value.text();
        }
    }

    @Widget(title = "Entanglement of the feature map", description = "The qubits that are entangled.")
    @Effect(predicate = HasPairs.class, type = EffectType.SHOW)
    EntanglementChoice m_featureEntanglement = EntanglementChoice.LINEAR;

    enum AnsatzChoice {
        @Label(value = "EfficientSU2", description = "RY and RZ on every qubit, then CX gates.")
        EFFICIENT_SU2(AnsatzKind.EFFICIENT_SU2),
        @Label(value = "RealAmplitudes", description = "RY on every qubit, then CX gates.")
        REAL_AMPLITUDES(AnsatzKind.REAL_AMPLITUDES),
        @Label(value = "Pairs", description = "RY, RY, CX on each pair, as in QViT.")
        PAIRS(AnsatzKind.PAIRS),
        @Label(value = "H and RY", description = "One Hadamard gate and one RY on each qubit.")
        HADAMARD_ROTATION(AnsatzKind.HADAMARD_ROTATION),
        @Label(value = "Strongly entangling", description = "Three rotations on each qubit, then a ring of CX gates.")
        STRONGLY_ENTANGLING(AnsatzKind.STRONGLY_ENTANGLING);

        private final AnsatzKind value;

        AnsatzChoice(AnsatzKind value) {
            this.value = value;
        }
    }

    @Widget(title = "Ansatz", description = "The part of the circuit that is trained.")
    AnsatzChoice m_ansatz = AnsatzChoice.EFFICIENT_SU2;

    @Widget(
            title = "Repetitions of the ansatz",
            description = "More repetitions give the circuit more parameters and more depth.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_ansatzRepetitions = 3;

    @Widget(title = "Entanglement of the ansatz", description = "The qubits that are entangled.")
    EntanglementChoice m_ansatzEntanglement = EntanglementChoice.LINEAR;

    @Advanced
    @Widget(
            title = "Given pairs",
            description =
                    "For \"Given pairs\": qubits from 0, joined by hyphens and separated by commas, as in 0-1, 2-3.")
    @TextInputWidget
    String m_pairs = "0-1, 1-2";

    @Advanced
    @Widget(
            title = "Uploads",
            description =
                    "How often feature map and ansatz are repeated, each time with new parameters (data re-uploading).")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_uploads = 1;

    enum ScalingChoice {
        @Label(value = "None", description = "The latent values are the angles.")
        NONE(Scaling.NONE),
        @Label(value = "tanh", description = "Standardised, then mapped to ±1.")
        TANH(Scaling.TANH),
        @Label(value = "π·tanh", description = "Standardised, then mapped to ±π, a full turn.")
        PI_TANH(Scaling.PI_TANH),
        @Label(value = "Min–max", description = "The range in the training rows is mapped to 0 … π.")
        MIN_MAX(Scaling.MIN_MAX);

        private final Scaling value;

        ScalingChoice(Scaling value) {
            this.value = value;
        }
    }

    @Widget(title = "Scaling", description = """
                    How latent values become angles. This matters: the ZZ feature map rotates by 2(π − x)(π − y), which is \
                    large for small x and y.""")
    @ValueSwitchWidget
    ScalingChoice m_scaling = ScalingChoice.MIN_MAX;

    enum ReadoutChoice {
        @Label(value = "All qubits", description = "A weight for each qubit's ⟨Z⟩, and a constant.")
        LINEAR(Readout.LINEAR),
        @Label(value = "Mean", description = "A single weight for the mean of all ⟨Z⟩, and a constant.")
        MEAN(Readout.MEAN);

        private final Readout value;

        ReadoutChoice(Readout value) {
            this.value = value;
        }
    }

    @Widget(title = "Readout", description = "How measured qubits become logits.")
    @ValueSwitchWidget
    ReadoutChoice m_readout = ReadoutChoice.LINEAR;

    enum Begin {
        @Label(value = "Small", description = "Normal with standard deviation 0.1, where gradients are large.")
        SMALL(Initialisation.SMALL),
        @Label(value = "Uniform", description = "Uniform from −π to π.")
        UNIFORM(Initialisation.UNIFORM),
        @Label(value = "Zero", description = "Trained gates have no effect at first.")
        ZERO(Initialisation.ZERO);

        private final Initialisation value;

        Begin(Initialisation value) {
            this.value = value;
        }
    }

    @Advanced
    @Widget(title = "Initial parameters", description = "The circuit's parameters before training.")
    @ValueSwitchWidget
    Begin m_begin = Begin.SMALL;

    /** The circuit after an autoencoder. */
    CircuitDesign toForm() {
        var encoding = new Encoding(
                m_featureMap.value, m_featureRepetitions, m_featureEntanglement.text(m_pairs), pauliStrings());
        var trained = new TrainedPart(m_ansatz.value, m_ansatzRepetitions, m_ansatzEntanglement.text(m_pairs));
        return new CircuitDesign(m_qubits, encoding, trained, m_uploads);
    }

    Scaling scaling() {
        return m_scaling.value;
    }

    Readout readout() {
        return m_readout.value;
    }

    Initialisation initialisation() {
        return m_begin.value;
    }

    private List<String> pauliStrings() {
        return Stream.of(m_pauliStrings.split("[,;\\s]+"))
                .filter(string -> !string.isEmpty())
                .toList();
    }
}
