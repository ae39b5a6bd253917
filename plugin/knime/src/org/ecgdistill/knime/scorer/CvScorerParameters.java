package org.ecgdistill.knime.scorer;

import java.util.List;
import org.ecgdistill.evaluation.calibration.CalibrationMethod;
import org.ecgdistill.evaluation.metrics.Averaging;
import org.ecgdistill.evaluation.metrics.ScoringRules;
import org.ecgdistill.evaluation.study.ComparisonOptions;
import org.ecgdistill.evaluation.study.DecisionThreshold;
import org.ecgdistill.knime.common.ColumnChoices;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.IsOneOf;
import org.ecgdistill.knime.common.Places;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** What the analyst sets: the columns, how decisions are made, the intervals, and the report. */
@SuppressWarnings("restriction") // the file chooser has no public counterpart yet
@LoadDefaultsForAbsentFields
final class CvScorerParameters implements NodeParameters {

    @Section(title = "Data", description = "The true labels, and which rows belong together.")
    interface DataSection {}

    @Section(title = "Decisions", description = "When a row counts as positive.")
    @After(DataSection.class)
    interface DecisionSection {}

    @Section(title = "Certainty", description = "How intervals are computed.")
    @After(DecisionSection.class)
    interface CertaintySection {}

    @Section(title = "Report")
    @After(CertaintySection.class)
    interface ReportSection {}

    enum Threshold {
        @Label(value = "Given", description = "The same probability for all models and folds.")
        GIVEN,
        @Label(
                value = "Best of the other folds",
                description = "For each model and fold, the probability with the largest sum of sensitivity and"
                        + " specificity (Youden) in the other folds.")
        YOUDEN
    }

    enum Calibration {
        @Label(value = "None", description = "Probabilities as the models give them.")
        NONE(CalibrationMethod.NONE),
        @Label(value = "Platt", description = "A sigmoid with two parameters learnt from the other folds.")
        PLATT(CalibrationMethod.PLATT),
        @Label(value = "Isotonic", description = "Any increasing function; needs many rows.")
        ISOTONIC(CalibrationMethod.ISOTONIC),
        @Label(value = "Temperature", description = "All logits divided by one number.")
        TEMPERATURE(CalibrationMethod.TEMPERATURE);

        private final CalibrationMethod method;

        Calibration(CalibrationMethod method) {
            this.method = method;
        }
    }

    enum Classes {
        @Label(value = "Equally", description = "Every class counts the same.")
        MACRO(Averaging.MACRO),
        @Label(value = "By rows", description = "Every class counts in proportion to its rows.")
        WEIGHTED(Averaging.WEIGHTED);

        private final Averaging averaging;

        Classes(Averaging averaging) {
            this.averaging = averaging;
        }
    }

    @Layout(DataSection.class)
    @Widget(title = "Label column", description = "The true classes. Without a choice, the column \"Class\".")
    @ChoicesProvider(ColumnChoices.OfLabel.class)
    String m_label;

    @Layout(DataSection.class)
    @Widget(
            title = "Fold column",
            description = "The fold in which each row was tested. Without a choice, the column \"Fold\"; with None, all"
                    + " rows are scored together, as after an external validation.")
    @ChoicesProvider(ColumnChoices.OfFoldOrNone.class)
    String m_fold;

    @Layout(DataSection.class)
    @Widget(
            title = "Subject column",
            description = "The person each row comes from. Without a choice, the column \"Subject\"; with None, each"
                    + " row counts as a different person, which makes intervals too narrow if untrue.")
    @ChoicesProvider(ColumnChoices.OfSubjectOrNone.class)
    String m_subject;

    @Layout(DataSection.class)
    @Widget(
            title = "Models",
            description = "The names of the models to compare, separated by commas. If empty, all models.")
    @TextInputWidget(placeholder = "all")
    String m_models = "";

    @Layout(DecisionSection.class)
    @Widget(title = "Positive class", description = """
                    The class to detect; with more than two classes, it is compared with all others. If empty: with two
                    classes, the class that models give a probability for, otherwise the rarer one; with more, all
                    classes are scored.
                    """)
    @TextInputWidget(placeholder = "automatic")
    String m_positive = "";

    @Layout(DecisionSection.class)
    @Widget(title = "Threshold", description = "The probability above which a row is classified as positive.")
    @ValueSwitchWidget
    @ValueReference(ThresholdReference.class)
    Threshold m_threshold = Threshold.GIVEN;

    @Layout(DecisionSection.class)
    @Widget(title = "Probability", description = "From 0 to 1; 0.5 is usual.")
    @NumberInputWidget
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    double m_probability = 0.5;

    @Layout(DecisionSection.class)
    @Advanced
    @Widget(
            title = "Calibration",
            description = "Correct probabilities before scoring, in each fold as learnt from the other folds.")
    @ValueSwitchWidget
    Calibration m_calibration = Calibration.NONE;

    @Layout(DecisionSection.class)
    @Advanced
    @Widget(
            title = "Fixed specificity",
            description = "The specificity at which the sensitivity is reported, from 0 to 1; for example 0.95.")
    @NumberInputWidget
    double m_specificity = 0.95;

    @Layout(DecisionSection.class)
    @Advanced
    @Widget(title = "Average classes", description = "How metrics of more than two classes are averaged.")
    @ValueSwitchWidget
    Classes m_classes = Classes.MACRO;

    @Layout(CertaintySection.class)
    @Widget(
            title = "Resamples",
            description =
                    "Number of bootstrap samples of the subjects; 1000 suffice for 95 % intervals, 0 gives no intervals.")
    @NumberInputWidget
    int m_resamples = 1000;

    @Layout(CertaintySection.class)
    @Advanced
    @Widget(title = "Level", description = "The confidence level of the intervals, from 0 to 1; 0.95 is usual.")
    @NumberInputWidget
    double m_level = 0.95;

    @Layout(CertaintySection.class)
    @Advanced
    @Widget(title = "Seed", description = "Any whole number. The same seed and rows give the same intervals.")
    @NumberInputWidget
    long m_seed = 1;

    @Layout(ReportSection.class)
    @Widget(title = "Report file", description = """
                    The HTML page to write. Without a choice, no report is written. An existing file is replaced.
                    """)
    @FileWriterWidget(fileExtension = "html")
    @Migration(FromText.class)
    FileSelection m_reportFile = new FileSelection();

    @Layout(ReportSection.class)
    @Widget(title = "Title", description = "The heading of the report.")
    @TextInputWidget
    String m_title = "Comparison of models";

    CvScorerParameters() {}

    /** A new node that is connected to another shows in its dialog which columns it uses. */
    CvScorerParameters(NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(table -> {
            m_label = ColumnRole.LABEL.usual(table).orElse(null);
            m_fold = ColumnRole.FOLD.usual(table).orElse(null);
            m_subject = ColumnRole.SUBJECT.usual(table).orElse(null);
        });
    }

    /** Called when the node is configured, not when a workflow is opened, which would fall back to defaults. */
    void check() throws InvalidSettingsException {
        toOptions();
        Places.check(reportFile());
    }

    FSLocation reportFile() {
        return m_reportFile.getFSLocation();
    }

    ComparisonOptions toOptions() {
        var options = ComparisonOptions.DEFAULT
                .withThreshold(
                        m_threshold == Threshold.GIVEN
                                ? new DecisionThreshold.Fixed(m_probability)
                                : new DecisionThreshold.YoudenOnOtherFolds())
                .withCalibration(m_calibration.method)
                .withRules(new ScoringRules(m_classes.averaging, m_specificity, ScoringRules.DEFAULT.calibrationBins()))
                .withBootstrap(m_resamples, m_seed)
                .withLevel(m_level)
                .withEc57(true);
        return m_positive.isBlank() ? options : options.withPositiveClass(m_positive.strip());
    }

    /** The first workflows with this node hold the file's path as a text named "report". */
    static final class FromText implements NodeParametersMigration<FileSelection> {

        private static final String OLD_KEY = "report";

        @Override
        public List<ConfigMigration<FileSelection>> getConfigMigrations() {
            return List.of(
                    ConfigMigration.builder(settings ->
                                    new FileSelection(new FSLocation(FSCategory.LOCAL, settings.getString(OLD_KEY))))
                            .withDeprecatedConfigPath(OLD_KEY)
                            .build(),
                    ConfigMigration.builder(settings -> new FileSelection()).build());
        }
    }

    static final class ThresholdReference implements ParameterReference<Threshold> {}

    static final class IsGiven extends IsOneOf<Threshold> {
        IsGiven() {
            super(ThresholdReference.class, Threshold.GIVEN);
        }
    }
}
