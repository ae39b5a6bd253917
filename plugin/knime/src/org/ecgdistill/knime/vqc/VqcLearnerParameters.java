package org.ecgdistill.knime.vqc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecgdistill.hybrid.QuantumDevice;
import org.ecgdistill.hybrid.Readout;
import org.ecgdistill.knime.common.IsOneOf;
import org.ecgdistill.knime.learner.DistillationParameters;
import org.ecgdistill.knime.learner.LabelParameters;
import org.ecgdistill.knime.learner.LearnerOutput;
import org.ecgdistill.knime.learner.LearnerSections;
import org.ecgdistill.knime.learner.Learning;
import org.ecgdistill.knime.learner.PreparationParameters;
import org.ecgdistill.knime.learner.ShownSettings;
import org.ecgdistill.knime.learner.SignalParameters;
import org.ecgdistill.knime.learner.TrainingParameters;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** The settings: signals and labels, the quantum student, its teachers, its training and its comparisons. */
@LoadDefaultsForAbsentFields
final class VqcLearnerParameters implements NodeParameters {

    SignalParameters m_signals = new SignalParameters();
    LabelParameters m_labels = new LabelParameters();
    PreparationParameters m_preparation = new PreparationParameters();

    @Layout(LearnerSections.ModelSection.class)
    @Widget(title = "Model name", description = "Names the model in its prediction columns and in comparisons.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_name = "VQC";

    enum StudentKind {
        @Label(
                value = "Variational circuit",
                description = "A circuit predicts from the few latent values of an autoencoder.")
        VQC,
        @Label(
                value = "Quantum attention",
                description =
                        "The patches of a window attend to each other, with queries, keys and values from circuits.")
        ATTENTION
    }

    static final class StudentReference implements ParameterReference<StudentKind> {}

    static final class IsAttention extends IsOneOf<StudentKind> {
        IsAttention() {
            super(StudentReference.class, StudentKind.ATTENTION);
        }
    }

    @Layout(LearnerSections.ModelSection.class)
    @Widget(
            title = "Student",
            description =
                    "The kind of quantum student. The sections Circuit and Stages apply to the variational circuit.")
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

    /** A new node that is connected to another shows in its dialog which columns it uses. */
    VqcLearnerParameters(NodeParametersInput input) {
        m_distillation.learnFromUnlabelled();
        input.getInTableSpec(0).ifPresent(table -> {
            m_signals.chooseFrom(table);
            m_labels.chooseFrom(table);
            m_distillation.chooseFrom(table);
        });
    }

    /**
     * Called when the node is configured, not in {@code validate}: settings that fail there when a workflow is opened
     * are replaced by defaults.
     */
    void check() throws InvalidSettingsException {
        if (m_name.isBlank()) {
            throw new InvalidSettingsException("The model needs a name.");
        }
        m_distillation.check();
        m_training.check();
        if (m_distillation.objective().needsAttention()) {
            throw new InvalidSettingsException(
                    "The method Attention needs a student's attention over time, which a quantum"
                            + " student does not have. Choose another method.");
        }
        if (!isAttention() && isAligned() && m_circuit.readout() == Readout.MEAN) {
            throw new InvalidSettingsException(
                    "With the method Features the student takes over the teacher's last layer, which has a weight for"
                            + " each qubit. Choose the readout of all qubits, or another method.");
        }
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
    }

    boolean isAttention() {
        return m_student == StudentKind.ATTENTION;
    }

    /** Whether the student is aligned with a teacher's features. */
    private boolean isAligned() {
        return m_distillation.objective().needsFeatures();
    }

    /** Whether a twin is trained. A teacher has as many features as there are qubits, not hidden units. */
    boolean hasTwin() {
        return m_comparisons.m_twin && (isAttention() || !isAligned());
    }

    /** Whether a logistic regression is trained on the latent numbers that the circuit reads. */
    boolean hasLinear() {
        return m_comparisons.m_linear && !isAttention() && !isAligned();
    }

    String twinName() {
        return m_name + " twin";
    }

    String linearName() {
        return m_name + " linear";
    }

    String shots() {
        return m_comparisons.m_shots + " shots";
    }

    /** The quantum student's name on another device. */
    String nameWith(String how) {
        return m_name + ", " + how;
    }

    /** The device on which the circuit is trained. */
    QuantumDevice device() {
        return m_simulator.toDevice(m_noise.toModel(), m_training.seed());
    }

    /** The device of the predictions with shots. */
    QuantumDevice shotDevice() {
        var device = device();
        return new QuantumDevice(device.kind(), device.noise(), m_comparisons.m_shots, device.seed());
    }

    /** The device of the predictions with noise. */
    QuantumDevice noisyDevice() {
        return new QuantumDevice(QuantumDevice.Kind.DENSITY_MATRIX, m_noise.toModel(), 0, m_training.seed());
    }

    /** The learning rate of the encoder. */
    double rate() {
        return m_training.toSchedule().rate();
    }

    Learning learning() {
        var names = new ArrayList<>(List.of(m_name));
        if (m_comparisons.m_withShots) {
            names.add(nameWith(shots()));
        }
        if (m_comparisons.m_withNoise) {
            names.add(nameWith(Study.NOISE));
        }
        if (hasTwin()) {
            names.add(twinName());
        }
        if (hasLinear()) {
            names.add(linearName());
        }
        return new Learning(m_signals, m_labels, m_preparation, m_training, new LearnerOutput(names));
    }

    /** As shown in the dialog, for the model's provenance. */
    Map<String, String> settings() {
        var unused = new ArrayList<NodeParameters>();
        if (isAttention()) {
            unused.addAll(List.of(m_circuit, m_stages));
        }
        if (device().kind() != QuantumDevice.Kind.DENSITY_MATRIX && !m_comparisons.m_withNoise) {
            unused.add(m_noise);
        }
        return ShownSettings.of(this, unused.toArray(NodeParameters[]::new));
    }
}
