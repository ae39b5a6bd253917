package org.ecgdistill.knime.learner;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.distill.Distillation;
import org.ecgdistill.distill.Goal;
import org.ecgdistill.distill.Objective;
import org.ecgdistill.distill.Pair;
import org.ecgdistill.distill.Student;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.knime.common.IsOneOf;
import org.ecgdistill.knime.common.PredictionNames.Kind;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The teachers of a student and how it learns from them, for all nodes that train students. */
@LoadDefaultsForAbsentFields
@Layout(DistillationParameters.DistillationSection.class)
public final class DistillationParameters implements NodeParameters {

    @Section(title = "Distillation", description = "The teachers of the student, and how much it follows them.")
    @After(LearnerSections.ModelSection.class)
    @Before(LearnerSections.TrainingSection.class)
    interface DistillationSection {}

    enum Method {
        @Label(value = "From scratch", description = "No teacher: the labels alone, as a baseline.")
        LABELS(Objective.LABELS),
        @Label(
                value = "Soft targets (Hinton)",
                description = "(1 − α)·T²·distance to the teacher at temperature T + α·labels (Hinton et al. 2015).")
        HINTON(Objective.HINTON),
        @Label(
                value = "Bridging",
                description = "Labels + λ·distance to the teacher at temperature T: the labels keep their full weight.")
        BRIDGING(Objective.BRIDGING),
        @Label(
                value = "Logits",
                description = "(1 − α)·squared distance of the logits + α·labels (Ba and Caruana 2014).")
        LOGITS(Objective.LOGITS),
        @Label(value = "Attention", description = """
            Labels + λ·squared distance between the attention over time of the student's last convolutions and of the \
            teacher's (Zagoruyko and Komodakis 2017). The teacher's learner needs the setting Attention \
            (ECGFounder Learner).\
            """)
        ATTENTION(Objective.ATTENTION),
        @Label(value = "Features", description = """
            First aligns the student's activations before its last layer with the teacher's \
            bottleneck. The student then takes over the teacher's last layer and is trained on the labels. The \
            teacher needs a bottleneck (ECGFounder Learner).\
            """)
        FEATURES(Objective.FEATURES);

        private final Objective value;

        Method(Objective value) {
            this.value = value;
        }
    }

    static final class MethodReference implements ParameterReference<Method> {}

    static final class HasTeachers extends IsOneOf<Method> {
        HasTeachers() {
            super(MethodReference.class, Method.HINTON, Method.BRIDGING, Method.LOGITS);
        }
    }

    static final class IsFromScratch extends IsOneOf<Method> {
        IsFromScratch() {
            super(MethodReference.class, Method.LABELS);
        }
    }

    static final class HasFeatures extends IsOneOf<Method> {
        HasFeatures() {
            super(MethodReference.class, Method.FEATURES);
        }
    }

    static final class HasAttention extends IsOneOf<Method> {
        HasAttention() {
            super(MethodReference.class, Method.ATTENTION);
        }
    }

    static final class HasWeight extends IsOneOf<Method> {
        HasWeight() {
            super(MethodReference.class, Method.HINTON, Method.BRIDGING, Method.LOGITS, Method.ATTENTION);
        }
    }

    static final class HasTemperature extends IsOneOf<Method> {
        HasTemperature() {
            super(MethodReference.class, Method.HINTON, Method.BRIDGING);
        }
    }

    static final class HasAlpha extends IsOneOf<Method> {
        HasAlpha() {
            super(MethodReference.class, Method.HINTON, Method.LOGITS);
        }
    }

    static final class HasLambda extends IsOneOf<Method> {
        HasLambda() {
            super(MethodReference.class, Method.BRIDGING, Method.ATTENTION);
        }
    }

    @Widget(title = "Method", description = "What the student learns from besides the labels.")
    @RadioButtonsWidget
    @ValueReference(MethodReference.class)
    Method m_method = Method.HINTON;

    @Widget(title = "Teachers", description = """
        Columns "Soft targets (…)" of learners: each fold's student learns only from the model that has \
        not seen its fold. Alternatively, columns with probabilities or logits of any node, such as "P (Class=…)". \
        The probabilities of several teachers are averaged. Without a choice, the probabilities of the first pretrained \
        model (ECG Model Predictor) are used or, if there is no such model, the first column with soft targets.\
        """)
    @ColumnFilterWidget(choicesProvider = TeacherChoices.OfPredictions.class)
    @Effect(predicate = HasTeachers.class, type = EffectType.SHOW)
    ColumnFilter m_teachers = new ColumnFilter();

    enum Meaning {
        @Label(value = "Probabilities", description = "Numbers from 0 to 1, of the positive class or of each class.")
        PROBABILITIES,
        @Label(value = "Logits", description = "Logarithms of odds.")
        LOGITS
    }

    @Advanced
    @Widget(
            title = "Content of other columns",
            description = "Content of teacher columns other than soft targets, \"P (…\" and \"Logit (…\".")
    @ValueSwitchWidget
    @Effect(predicate = HasTeachers.class, type = EffectType.SHOW)
    Meaning m_meaning = Meaning.PROBABILITIES;

    @Widget(
            title = "Features column",
            description =
                    "The teacher's activations before its last layer. Without a choice, the first column \"Features"
                            + " (…)\".")
    @ChoicesProvider(TeacherChoices.OfFeatures.class)
    @Effect(predicate = HasFeatures.class, type = EffectType.SHOW)
    String m_features;

    @Widget(
            title = "Attention column",
            description = "The teacher's attention over time. Without a choice, the first column \"Attention (…)\".")
    @ChoicesProvider(TeacherChoices.OfAttention.class)
    @Effect(predicate = HasAttention.class, type = EffectType.SHOW)
    String m_attention;

    @Widget(title = "Learn from rows without a label", description = """
        Rows without a label take part in the training by the teacher's predictions alone: with few labels and many \
        recordings, the student is much better. They are never scored, and never train a model that is tested on \
        their subject. If the table has no labels at all, the student learns the teacher's classes; attention alone \
        does not show them.\
        """)
    @Effect(predicate = IsFromScratch.class, type = EffectType.HIDE)
    boolean m_unlabelled;

    @Widget(
            title = "Alignment epochs",
            description = "Passes over all rows while the features are aligned with the teacher's.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = HasFeatures.class, type = EffectType.SHOW)
    int m_alignmentEpochs = 5;

    @Widget(title = "Temperatures T", description = """
        Above 0. The higher the temperature, the softer the teacher's probabilities. Several, separated by commas, are tried \
        with each weight: every pair is trained in every fold, the best on the inner validation rows is selected, and the \
        sweep table lists all pairs.\
        """)
    @TextInputWidget(placeholder = "2, 4, 8")
    @Effect(predicate = HasTemperature.class, type = EffectType.SHOW)
    String m_temperatures = "4";

    @Widget(
            title = "Weights α",
            description =
                    "The weight of the labels, from 0 (the teacher alone) to 1 (the labels alone). Several are tried.")
    @TextInputWidget(placeholder = "0.1, 0.5, 0.9")
    @Effect(predicate = HasAlpha.class, type = EffectType.SHOW)
    String m_alphas = "0.5";

    @Widget(
            title = "Weights λ",
            description = "The weight of the teacher relative to the labels, 0 or more. Several are tried.")
    @TextInputWidget(placeholder = "0.5, 1, 2")
    @Effect(predicate = HasLambda.class, type = EffectType.SHOW)
    String m_lambdas = "1";

    enum Choice {
        @Label(value = "AUROC", description = "The pair that ranks the inner validation rows best.")
        AUROC(Metric.AUROC),
        @Label(value = "MCC", description = "The pair whose predictions agree best with the labels.")
        MCC(Metric.MCC),
        @Label(value = "Log loss", description = "The pair whose probabilities fit the labels best.")
        LOG_LOSS(Metric.LOG_LOSS);

        private final Metric value;

        Choice(Metric value) {
            this.value = value;
        }
    }

    @Advanced
    @Widget(
            title = "Select pair by",
            description =
                    "How one of several temperatures and weights is selected on the inner validation rows. Of pairs with the same score, the one with the smallest log loss is selected.")
    @ValueSwitchWidget
    @Effect(predicate = HasWeight.class, type = EffectType.SHOW)
    Choice m_choice = Choice.AUROC;

    /** In workflows of older versions, rows without a label are only predicted. */
    public void learnFromUnlabelled() {
        m_unlabelled = true;
    }

    /** Shows in a new dialog which columns are used. */
    public void chooseFrom(DataTableSpec table) {
        // The columns of a pretrained model depend on the classes, which only the rows show.
        TeacherChoices.usual(table, Kind.SOFT_TARGETS)
                .filter(name -> PretrainedColumns.ofFirst(table).isEmpty())
                .ifPresent(name -> m_teachers = new ColumnFilter(new String[] {name}));
        m_features = TeacherChoices.usual(table, Kind.FEATURES).orElse(null);
        m_attention = TeacherChoices.usual(table, Kind.ATTENTION).orElse(null);
    }

    public Objective objective() {
        return m_method.value;
    }

    /** By which a pair is selected. */
    Metric choice() {
        return m_choice.value;
    }

    /** Refuses lists with anything but possible numbers. */
    public void check() throws InvalidSettingsException {
        pairs();
        if (objective().needsFeatures() && m_alignmentEpochs < 1) {
            throw new InvalidSettingsException("The method Features needs at least one alignment epoch.");
        }
    }

    /** The distillation of a student. */
    public Distillation toDistillation(Student student, TrainingParameters training) {
        return new Distillation(
                student,
                new Goal(
                        objective(),
                        training.weighting(),
                        training.score(),
                        objective().needsFeatures() ? m_alignmentEpochs : 0),
                pairs(),
                Optional.of(choice()),
                training.toSchedule(),
                training.processor(),
                training.threads());
    }

    List<Pair> pairs() {
        var unused = List.of(1.0);
        var temperatures = objective().usesTemperature() ? NumberList.of("temperatures", m_temperatures) : unused;
        var weights = !objective().usesWeight()
                ? unused
                : objective().isShare() ? NumberList.of("weights α", m_alphas) : NumberList.of("weights λ", m_lambdas);
        var pairs = Pair.grid(temperatures, weights);
        pairs.forEach(pair -> objective().check(pair));
        return pairs;
    }
}
