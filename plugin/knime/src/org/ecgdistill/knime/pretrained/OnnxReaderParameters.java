package org.ecgdistill.knime.pretrained;

import java.util.Locale;
import java.util.Optional;
import org.ecgdistill.evaluation.study.Exposure;
import org.ecgdistill.knime.common.Places;
import org.ecgdistill.model.OutputKind;
import org.ecgdistill.model.pretrained.OnnxModelBuilder;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The settings: the file, what the network predicts, the signals that it reads, and what it was trained on. */
@SuppressWarnings("restriction") // the file chooser has no public counterpart yet
@LoadDefaultsForAbsentFields
final class OnnxReaderParameters implements NodeParameters {

    /** The target unless the analyst names another. */
    static final String TARGET = "Class";

    private static final String ENDING = ".onnx";

    @Section(title = "File")
    interface ModelFileSection {}

    @Section(title = "Predictions")
    @After(ModelFileSection.class)
    interface PredictionsSection {}

    @Section(title = "Signals", description = "How recordings are prepared for the network.")
    @After(PredictionsSection.class)
    interface InputSection {}

    @Section(title = "Training data")
    @After(InputSection.class)
    interface OriginSection {}

    @Layout(ModelFileSection.class)
    @Widget(title = "File", description = """
        A network in the format ONNX, with one input of floating-point numbers (recordings, leads, samples) and an \
        output (recordings, classes). Files of the ECG Model ONNX Writer need no other setting.\
        """)
    @FileReaderWidget(fileExtensions = {"onnx"})
    FileSelection m_file = new FileSelection();

    @Layout(ModelFileSection.class)
    @Widget(
            title = "Model name",
            description = "Names the model in its prediction columns and in comparisons. If empty, the name of the"
                    + " file.")
    @TextInputWidget(placeholder = "name of the file")
    String m_name = "";

    @Layout(PredictionsSection.class)
    @Widget(
            title = "Class names",
            description = "The classes in the order of the network's output, separated by commas. Name them as in your"
                    + " label column. If empty, the names in the file.")
    @TextInputWidget(placeholder = "names in the file")
    String m_classes = "";

    @Layout(PredictionsSection.class)
    @Widget(
            title = "Target",
            description = "What is predicted, for the names of the prediction columns: usually the name of your label"
                    + " column.")
    @TextInputWidget
    String m_target = TARGET;

    enum Labels {
        @Label(value = "As in the file", description = "One class, unless the file states otherwise.")
        FILE(Optional.empty()),
        @Label(value = "One class", description = "Exactly one of the classes applies (softmax).")
        ONE(Optional.of(false)),
        @Label(value = "Any number", description = "Each class may apply or not, independently (sigmoid).")
        SEVERAL(Optional.of(true));

        private final Optional<Boolean> areSeveral;

        Labels(Optional<Boolean> areSeveral) {
            this.areSeveral = areSeveral;
        }
    }

    @Layout(PredictionsSection.class)
    @Widget(title = "Classes per recording", description = "How many of the classes can apply to a recording.")
    @ValueSwitchWidget
    Labels m_labels = Labels.FILE;

    enum Values {
        @Label(
                value = "As in the file",
                description = "Recognised by the output's name and the network's last operation.")
        FILE(Optional.empty()),
        @Label(value = "Probabilities", description = "Numbers from 0 to 1.")
        PROBABILITIES(Optional.of(OutputKind.PROBABILITIES)),
        @Label(value = "Logits", description = "Any numbers; a softmax or sigmoid is applied.")
        LOGITS(Optional.of(OutputKind.LOGITS));

        private final Optional<OutputKind> value;

        Values(Optional<OutputKind> value) {
            this.value = value;
        }
    }

    @Layout(PredictionsSection.class)
    @Advanced
    @Widget(title = "Output values", description = "The numbers that the network gives.")
    @ValueSwitchWidget
    Values m_values = Values.FILE;

    @Layout(PredictionsSection.class)
    @Advanced
    @Widget(
            title = "Output",
            description = "The name of the output with the predictions. If empty, the output of the shape (recordings,"
                    + " classes); of several, one that is called logits, probabilities or classes.")
    @TextInputWidget(placeholder = "found by its shape and name")
    String m_output = "";

    @Layout(PredictionsSection.class)
    @Advanced
    @Widget(
            title = "Embedding output",
            description = "The name of an output with features of the recording, which the ECG Model Predictor then"
                    + " adds as a list. If empty, an output that is called features or embedding, if there is one.")
    @TextInputWidget(placeholder = "found by its name")
    String m_embedding = "";

    NetworkInputParameters m_input = new NetworkInputParameters();

    @Layout(OriginSection.class)
    @Widget(
            title = "Trained on",
            description = "The data sets that the network has learnt from. Shown in the provenance of the model and of"
                    + " its students.")
    @TextInputWidget(placeholder = "for example, MIT-BIH, LUDB")
    String m_trainedOn = "";

    enum TrainedOnRows {
        @Label(
                value = "Not known",
                description = "Learners and the CV Scorer warn that the results of this model and of its students may"
                        + " be too good.")
        UNKNOWN(Exposure.UNKNOWN),
        @Label(value = "New to it", description = "The network has not learnt from any of them.")
        UNSEEN(Exposure.UNSEEN),
        @Label(
                value = "Among them",
                description = "The network has learnt from some of them: its results, and those of its students, are"
                        + " too good.")
        SEEN(Exposure.SEEN);

        private final Exposure value;

        TrainedOnRows(Exposure value) {
            this.value = value;
        }
    }

    @Layout(OriginSection.class)
    @Widget(
            title = "Recordings of this workflow",
            description = "Whether the recordings that the model is applied to were among its training data.")
    @ValueSwitchWidget
    TrainedOnRows m_exposure = TrainedOnRows.UNKNOWN;

    FSLocation file() {
        return m_file.getFSLocation();
    }

    /**
     * Called when the node is configured, not in {@code validate}: settings that fail there when a workflow is opened
     * are replaced by defaults.
     */
    void check() throws InvalidSettingsException {
        if (!Places.isChosen(file())) {
            throw new InvalidSettingsException("No file is chosen. Choose an ONNX file in the node's dialog.");
        }
        Places.check(file());
        if (m_target.isBlank()) {
            throw new InvalidSettingsException("The target needs a name, such as that of your label column.");
        }
    }

    /** The model's name: that of the file, unless the analyst gives another. */
    String name() {
        if (!m_name.isBlank()) {
            return m_name.strip();
        }
        var path = file().getPath().strip();
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.toLowerCase(Locale.ROOT).endsWith(ENDING)
                ? name.substring(0, name.length() - ENDING.length())
                : name;
    }

    /** What the analyst states instead of the file. */
    void applyTo(OnnxModelBuilder builder) {
        builder.trainedOn(m_trainedOn.strip(), m_exposure.value);
        NetworkInputParameters.ifAny(m_classes, builder::classes);
        if (!m_output.isBlank()) {
            builder.output(m_output.strip());
        }
        if (!m_embedding.isBlank()) {
            builder.features(m_embedding.strip());
        }
        m_input.applyTo(builder);
        m_values.value.ifPresent(builder::kind);
        m_labels.areSeveral.ifPresent(builder::severalLabels);
    }
}
