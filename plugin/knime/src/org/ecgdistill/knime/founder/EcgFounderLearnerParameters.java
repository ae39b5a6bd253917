package org.ecgdistill.knime.founder;

import java.util.List;
import org.ecgdistill.knime.common.IsOneOf;
import org.ecgdistill.knime.common.Places;
import org.ecgdistill.knime.learner.LabelParameters;
import org.ecgdistill.knime.learner.LearnerOutput;
import org.ecgdistill.knime.learner.LearnerSections;
import org.ecgdistill.knime.learner.Learning;
import org.ecgdistill.knime.learner.PreparationParameters;
import org.ecgdistill.knime.learner.SignalParameters;
import org.ecgdistill.knime.learner.TrainingParameters;
import org.ecgdistill.nn.Net1d;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** The settings: signals and labels, the network, where it starts from, and its training. */
@SuppressWarnings("restriction") // the file chooser has no public counterpart yet
@LoadDefaultsForAbsentFields
final class EcgFounderLearnerParameters implements NodeParameters {

    SignalParameters m_signals = new SignalParameters();
    LabelParameters m_labels = new LabelParameters();
    PreparationParameters m_preparation = new PreparationParameters();

    @Layout(LearnerSections.ModelSection.class)
    @Widget(title = "Model name", description = "Names the model in its prediction columns and in comparisons.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_name = "ECGFounder";

    enum Start {
        @Label(value = "Random", description = "Learns from the rows of the table alone.")
        RANDOM,
        @Label(value = "Released weights", description = "Starts from a file of ECGFounder's weights.")
        WEIGHTS
    }

    static final class StartReference implements ParameterReference<Start> {}

    static final class IsRandom extends IsOneOf<Start> {
        IsRandom() {
            super(StartReference.class, Start.RANDOM);
        }
    }

    @Layout(LearnerSections.ModelSection.class)
    @Widget(title = "Start from", description = "The network's weights before training.")
    @ValueSwitchWidget
    @ValueReference(StartReference.class)
    Start m_start = Start.RANDOM;

    @Layout(LearnerSections.ModelSection.class)
    @Widget(
            title = "Weights file",
            description =
                    "1_lead_ECGFounder.pth or 12_lead_ECGFounder.pth as released, or another network of this architecture, saved"
                            + " by PyTorch. No code in the file is ever run.")
    @FileReaderWidget(fileExtensions = {"pth", "pt", "safetensors"})
    @Effect(predicate = IsRandom.class, type = EffectType.HIDE)
    FileSelection m_weights = new FileSelection();

    enum TrainedLayers {
        @Label(
                value = "Head only",
                description =
                        "The network's features are computed once, and only its last layer is trained: fast, and sufficient"
                                + " for a few hundred recordings.")
        HEAD,
        @Label(
                value = "All layers",
                description = "The whole network is trained, which takes hours without a graphics processor.")
        ALL
    }

    @Layout(LearnerSections.ModelSection.class)
    @Widget(title = "Train", description = "The layers that are trained.")
    @ValueSwitchWidget
    @Effect(predicate = IsRandom.class, type = EffectType.HIDE)
    TrainedLayers m_mode = TrainedLayers.HEAD;

    enum Size {
        @Label(value = "Tiny", description = "Three stages, about 35,000 parameters: for single beats.")
        TINY,
        @Label(value = "Small", description = "Four stages, about 100,000 parameters: minutes on a laptop.")
        SMALL,
        @Label(value = "ECGFounder", description = "Seven stages, 30.7 million parameters: needs a graphics processor.")
        FULL
    }

    @Layout(LearnerSections.ModelSection.class)
    @Widget(title = "Size", description = "The size of the network.")
    @ValueSwitchWidget
    @Effect(predicate = IsRandom.class, type = EffectType.SHOW)
    Size m_size = Size.SMALL;

    @Layout(LearnerSections.ModelSection.class)
    @Advanced
    @Widget(title = "Bottleneck units", description = """
        Inserts a layer of this many units before the last one and adds its activations to the table, for \
        students that learn by feature alignment. A quantum student needs as many units as it has qubits. 0 for \
        none.\
        """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_bottleneck;

    @Layout(LearnerSections.ModelSection.class)
    @Advanced
    @Widget(title = "Attention", description = """
        Adds the network's attention over time (the mean of the squared activations of its last \
        stage, scaled to length 1) to the table, for students that learn by attention transfer.\
        """)
    boolean m_attention;

    TrainingParameters m_training = new TrainingParameters();

    EcgFounderLearnerParameters() {}

    /** A new node that is connected to another shows in its dialog which columns it uses. */
    EcgFounderLearnerParameters(NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(table -> {
            m_signals.chooseFrom(table);
            m_labels.chooseFrom(table);
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
        if (m_bottleneck < 0) {
            throw new InvalidSettingsException("The number of bottleneck units cannot be negative.");
        }
        if (hasWeights() && !Places.isChosen(weights())) {
            throw new InvalidSettingsException(
                    "No weights file is chosen. Choose ECGFounder's .pth file, or start from random numbers.");
        }
        m_preparation.toPlan();
        m_training.check();
    }

    boolean hasWeights() {
        return m_start == Start.WEIGHTS;
    }

    FSLocation weights() {
        return m_weights.getFSLocation();
    }

    /** A random start has no features worth keeping. */
    boolean isHeadOnly() {
        return hasWeights() && m_mode == TrainedLayers.HEAD;
    }

    /** The network of a random start. */
    Net1d.Form form(int leads, int logits) {
        return switch (m_size) {
            case TINY -> Net1d.Form.tiny(leads, logits);
            case SMALL -> Net1d.Form.small(leads, logits);
            case FULL -> Net1d.Form.founder(leads, logits);
        };
    }

    Learning learning() {
        var output = new LearnerOutput(List.of(m_name), m_bottleneck > 0, m_attention);
        return new Learning(m_signals, m_labels, m_preparation, m_training, output);
    }
}
