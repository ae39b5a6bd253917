package org.ecgdistill.knime.vqc;

import java.util.Map;
import java.util.TreeMap;
import org.ecgdistill.hybrid.QuantumDevice;
import org.ecgdistill.hybrid.Readout;
import org.ecgdistill.knime.learner.DistillationParameters;
import org.ecgdistill.knime.learner.LabelParameters;
import org.ecgdistill.knime.learner.LearnerSections;
import org.ecgdistill.knime.learner.LearningRows;
import org.ecgdistill.knime.learner.PreparationParameters;
import org.ecgdistill.knime.learner.SignalParameters;
import org.ecgdistill.knime.learner.TrainingParameters;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.quantum.QuantumException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** What the analyst sets: signals and labels, the quantum student, who teaches it, and how it is trained and judged. */
@LoadDefaultsForAbsentFields
final class VqcLearnerParameters implements NodeParameters {

    enum StudentKind {
        @Label(
                value = "Variational circuit",
                description = "An autoencoder gives a few latent numbers, which a circuit turns into the answer.")
        VQC,
        @Label(
                value = "Quantum attention",
                description = "The window's patches attend to each other, with queries, keys and values from circuits.")
        ATTENTION
    }

    SignalParameters m_signals = new SignalParameters();
    LabelParameters m_labels = new LabelParameters();
    PreparationParameters m_preparation = new PreparationParameters();

    @Layout(LearnerSections.Model.class)
    @Widget(
            title = "Model name",
            description = "Names the model in the columns with its predictions and wherever models are compared.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_name = "VQC";

    @Layout(LearnerSections.Model.class)
    @Widget(
            title = "Student",
            description = "Which quantum student. The sections Circuit and Stages are about the variational circuit.")
    @ValueSwitchWidget
    @ValueReference(StudentReference.class)
    StudentKind m_student = StudentKind.VQC;

    AttentionParameters m_attention = new AttentionParameters();
    CircuitParameters m_circuit = new CircuitParameters();
    SimulatorParameters m_simulator = new SimulatorParameters();
    NoiseParameters m_noise = new NoiseParameters();
    DistillationParameters m_distillation = new DistillationParameters();
    TrainingParameters m_training = new TrainingParameters();
    StageParameters m_stages = new StageParameters();
    ComparisonParameters m_comparisons = new ComparisonParameters();

    VqcLearnerParameters() {}

    /** A node that is put onto the canvas behind another shows in its dialog which columns it will take. */
    VqcLearnerParameters(NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(table -> {
            m_signals.chooseFrom(table);
            m_labels.chooseFrom(table);
            m_distillation.chooseFrom(table);
        });
    }

    /**
     * Asked for when the node is configured, and not in {@code validate}: what does not pass there when a workflow is
     * opened is replaced by defaults.
     */
    void check() throws InvalidSettingsException {
        if (m_name.isBlank()) {
            throw new InvalidSettingsException("The model needs a name.");
        }
        m_distillation.check();
        m_training.check();
        if (m_distillation.objective().needsAttention()) {
            throw new InvalidSettingsException(
                    "The method Attention asks where in time a student looks, which a quantum"
                            + " student does not tell. Choose another method.");
        }
        if (!isAttention() && isAligned() && m_circuit.readout() == Readout.MEAN) {
            throw new InvalidSettingsException(
                    "With the method Features the student takes over the teacher's last layer, which has a weight for"
                            + " each qubit. Choose the readout of all qubits, or another method.");
        }
        try {
            m_preparation.toPlan();
            m_noise.toModel();
            var device = device();
            m_simulator.gradient(device).require(device);
            if (m_student == StudentKind.VQC) {
                m_circuit.toForm().circuit();
                m_stages.autoencoder(m_training.seed());
                m_stages.plan(rate());
            } else {
                m_attention.toForm(1, m_attention.m_patches, 1, device).circuit();
            }
            if (m_comparisons.m_withShots) {
                shotDevice();
            }
        } catch (ModelException | QuantumException | NetworkException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
    }

    boolean isAttention() {
        return m_student == StudentKind.ATTENTION;
    }

    /** Whether the student is brought to a teacher's features. */
    private boolean isAligned() {
        return m_distillation.objective().needsFeatures();
    }

    /** Whether a twin is trained. A teacher's features are as many as there are qubits, not as the twin's hidden units. */
    boolean hasTwin() {
        return m_comparisons.m_twin && (isAttention() || !isAligned());
    }

    /** Whether a logistic regression is trained on the latent numbers that the circuit reads. */
    boolean hasLinear() {
        return m_comparisons.m_linear && !isAttention() && !isAligned();
    }

    String linearName() {
        return m_name + " linear";
    }

    /** On what the circuit learns. */
    QuantumDevice device() {
        return m_simulator.toDevice(m_noise.toModel(), m_training.seed());
    }

    /** On what it speaks once more with shots. */
    QuantumDevice shotDevice() {
        var learnt = device();
        return new QuantumDevice(learnt.kind(), learnt.noise(), m_comparisons.m_shots, learnt.seed());
    }

    /** On what it speaks once more with noise. */
    QuantumDevice noisyDevice() {
        return new QuantumDevice(QuantumDevice.Kind.DENSITY_MATRIX, m_noise.toModel(), 0, m_training.seed());
    }

    /** The learning rate of the encoder. */
    double rate() {
        return m_training.toSchedule().rate();
    }

    LearningRows.Source source() {
        return new LearningRows.Source(m_signals, m_labels, m_preparation.toPlan());
    }

    /** As shown in the dialog, for the model's provenance. */
    Map<String, String> toMap() {
        var map = new TreeMap<>(m_training.toMap());
        map.putAll(m_distillation.toMap());
        map.putAll(m_simulator.toMap());
        if (isAttention()) {
            map.putAll(m_attention.toMap());
        } else {
            map.putAll(m_circuit.toMap());
            map.putAll(m_stages.toMap());
        }
        if (device().kind() == QuantumDevice.Kind.DENSITY_MATRIX) {
            map.put("Noise", m_noise.toModel().toString());
        }
        return map;
    }

    static final class StudentReference implements ParameterReference<StudentKind> {}

    static final class IsAttention implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(StudentReference.class).isOneOf(StudentKind.ATTENTION);
        }
    }
}
