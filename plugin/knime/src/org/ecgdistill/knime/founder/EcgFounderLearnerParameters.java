package org.ecgdistill.knime.founder;

import java.util.Map;
import java.util.TreeMap;
import org.ecgdistill.knime.common.Places;
import org.ecgdistill.knime.learner.LabelParameters;
import org.ecgdistill.knime.learner.LearnerSections;
import org.ecgdistill.knime.learner.LearningRows;
import org.ecgdistill.knime.learner.PreparationParameters;
import org.ecgdistill.knime.learner.SignalParameters;
import org.ecgdistill.knime.learner.TrainingParameters;
import org.ecgdistill.model.ModelException;
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
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** What the analyst sets: signals and labels, which network and what it starts from, and how it is trained. */
@SuppressWarnings("restriction") // the file chooser has no public counterpart yet
@LoadDefaultsForAbsentFields
final class EcgFounderLearnerParameters implements NodeParameters {

    enum Start {
        @Label(value = "Random", description = "Learns from nothing but the rows of the table.")
        RANDOM,
        @Label(value = "Released weights", description = "Starts from a file of ECGFounder's weights.")
        WEIGHTS
    }

    enum Size {
        @Label(value = "Tiny", description = "Three stages, some 35,000 parameters: for single beats.")
        TINY,
        @Label(value = "Small", description = "Four stages, some 100,000 parameters: minutes on a laptop.")
        SMALL,
        @Label(value = "ECGFounder", description = "Seven stages, 30.7 million parameters: needs a graphics processor.")
        FULL
    }

    enum Mode {
        @Label(
                value = "Head only",
                description =
                        "The network's features are computed once and only its last layer learns: quick, and enough"
                                + " for a few hundred recordings.")
        HEAD,
        @Label(value = "All layers", description = "The whole network learns: hours without a graphics processor.")
        ALL
    }

    SignalParameters m_signals = new SignalParameters();
    LabelParameters m_labels = new LabelParameters();
    PreparationParameters m_preparation = new PreparationParameters();

    @Layout(LearnerSections.Model.class)
    @Widget(
            title = "Model name",
            description = "Names the model in the columns with its predictions and wherever models are compared.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_name = "ECGFounder";

    @Layout(LearnerSections.Model.class)
    @Widget(title = "Start from", description = "The numbers that the network has before it learns.")
    @ValueSwitchWidget
    @ValueReference(StartReference.class)
    Start m_start = Start.RANDOM;

    @Layout(LearnerSections.Model.class)
    @Widget(
            title = "Weights file",
            description =
                    "1_lead_ECGFounder.pth or 12_lead_ECGFounder.pth as released, or another network of this kind saved"
                            + " by PyTorch. The file is only read: nothing in it is ever run.")
    @FileReaderWidget(fileExtensions = {"pth", "pt", "safetensors"})
    @Effect(predicate = IsRandom.class, type = EffectType.HIDE)
    FileSelection m_weights = new FileSelection();

    @Layout(LearnerSections.Model.class)
    @Widget(title = "Train", description = "Which layers learn.")
    @ValueSwitchWidget
    @Effect(predicate = IsRandom.class, type = EffectType.HIDE)
    Mode m_mode = Mode.HEAD;

    @Layout(LearnerSections.Model.class)
    @Widget(title = "Size", description = "How large a network of ECGFounder's kind is.")
    @ValueSwitchWidget
    @Effect(predicate = IsRandom.class, type = EffectType.SHOW)
    Size m_size = Size.SMALL;

    @Layout(LearnerSections.Model.class)
    @Advanced
    @Widget(title = "Bottleneck units", description = """
        Puts a layer of so many units before the last one and adds their activations to the table, for \
        students that learn by feature alignment: as many as the quantum student has qubits. 0 for \
        none.\
        """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_bottleneck;

    @Layout(LearnerSections.Model.class)
    @Advanced
    @Widget(title = "Attention", description = """
        Adds to the table where in time the network looks (the mean of the squared activations of its last \
        stage, of length 1), for students that learn by attention transfer.\
        """)
    boolean m_attention;

    TrainingParameters m_training = new TrainingParameters();

    EcgFounderLearnerParameters() {}

    /** A node that is put onto the canvas behind another shows in its dialog which columns it will take. */
    EcgFounderLearnerParameters(NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(table -> {
            m_signals.chooseFrom(table);
            m_labels.chooseFrom(table);
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
        if (m_bottleneck < 0) {
            throw new InvalidSettingsException("The bottleneck can't have a negative number of units.");
        }
        if (hasWeights() && !Places.isChosen(weights())) {
            throw new InvalidSettingsException(
                    "No weights file is chosen. Choose ECGFounder's .pth file, or start from random numbers.");
        }
        try {
            m_preparation.toPlan();
        } catch (ModelException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
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
        return hasWeights() && m_mode == Mode.HEAD;
    }

    /** The network of a random start. */
    Net1d.Form form(int leads, int logits) {
        return switch (m_size) {
            case TINY -> Net1d.Form.tiny(leads, logits);
            case SMALL -> Net1d.Form.small(leads, logits);
            case FULL -> Net1d.Form.founder(leads, logits);
        };
    }

    LearningRows.Source source() {
        return new LearningRows.Source(m_signals, m_labels, m_preparation.toPlan());
    }

    /** As shown in the dialog, for the model's provenance. */
    Map<String, String> toMap() {
        var map = new TreeMap<>(m_training.toMap());
        map.put("Start from", hasWeights() ? weights().getPath() : "random numbers");
        map.put("Train", isHeadOnly() ? "head only" : "all layers");
        map.put("Bottleneck units", Integer.toString(m_bottleneck));
        map.put("Attention", Boolean.toString(m_attention));
        return map;
    }

    static final class StartReference implements ParameterReference<Start> {}

    static final class IsRandom implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(StartReference.class).isOneOf(Start.RANDOM);
        }
    }
}
