package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecgdistill.distill.Distillation;
import org.ecgdistill.distill.DistillationException;
import org.ecgdistill.distill.Goal;
import org.ecgdistill.distill.Objective;
import org.ecgdistill.distill.Pair;
import org.ecgdistill.distill.Student;
import org.ecgdistill.evaluation.metrics.Metric;
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
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
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

/** Who teaches a student and how, for all nodes that train one. */
@LoadDefaultsForAbsentFields
public final class DistillationParameters implements NodeParameters {

    @Section(title = "Distillation", description = "Who teaches the student, and how much it listens.")
    @After(LearnerSections.Model.class)
    @Before(LearnerSections.Training.class)
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
            Labels + λ·squared distance of where in time the student's last convolutions look to where the \
            teacher's do (Zagoruyko and Komodakis 2017). The teacher's learner needs the setting Attention \
            (ECGFounder Learner).\
            """)
        ATTENTION(Objective.ATTENTION),
        @Label(value = "Features", description = """
            First the student's activations before its last layer are brought to the teacher's \
            bottleneck, then it takes over the teacher's last layer and learns the labels as a whole. The \
            teacher needs a bottleneck (ECGFounder Learner).\
            """)
        FEATURES(Objective.FEATURES);

        private final Objective objective;

        Method(Objective objective) {
            this.objective = objective;
        }
    }

    enum Meaning {
        @Label(value = "Probabilities", description = "From 0 to 1, of the positive class or of each class.")
        PROBABILITIES,
        @Label(value = "Logits", description = "Logarithms of odds, any numbers.")
        LOGITS
    }

    enum Choice {
        @Label(value = "AUROC", description = "Which pair puts the rows that are kept back in order best.")
        AUROC(Metric.AUROC),
        @Label(value = "MCC", description = "Which pair's predictions agree best with the labels.")
        MCC(Metric.MCC),
        @Label(value = "Log loss", description = "Which pair's probabilities fit the labels best.")
        LOG_LOSS(Metric.LOG_LOSS);

        private final Metric metric;

        Choice(Metric metric) {
            this.metric = metric;
        }
    }

    @Layout(DistillationSection.class)
    @Widget(title = "Method", description = "What the student learns besides the labels.")
    @RadioButtonsWidget
    @ValueReference(MethodReference.class)
    Method m_method = Method.HINTON;

    @Layout(DistillationSection.class)
    @Widget(title = "Teachers", description = """
        Columns "Soft targets (…)" of learners, of which each fold's student hears only the model that has \
        not seen its fold, or columns of probabilities or logits of any node: "P (Class=…)" or others. \
        Of several teachers, the mean of their probabilities is used. Without a choice, the first \
        column with soft targets.\
        """)
    @ColumnFilterWidget(choicesProvider = TeacherChoices.OfAnswers.class)
    @Effect(predicate = HasTeachers.class, type = EffectType.SHOW)
    ColumnFilter m_teachers = new ColumnFilter();

    @Layout(DistillationSection.class)
    @Advanced
    @Widget(
            title = "Other columns hold",
            description =
                    "What teachers' columns hold that are neither soft targets nor called \"P (…\" or \"Logit (…\".")
    @ValueSwitchWidget
    @Effect(predicate = HasTeachers.class, type = EffectType.SHOW)
    Meaning m_meaning = Meaning.PROBABILITIES;

    @Layout(DistillationSection.class)
    @Widget(
            title = "Features column",
            description =
                    "The teacher's activations before its last layer. Without a choice, the first column \"Features"
                            + " (…)\".")
    @ChoicesProvider(TeacherChoices.OfFeatures.class)
    @Effect(predicate = HasFeatures.class, type = EffectType.SHOW)
    String m_features;

    @Layout(DistillationSection.class)
    @Widget(
            title = "Attention column",
            description = "Where in time the teacher looks. Without a choice, the first column \"Attention (…)\".")
    @ChoicesProvider(TeacherChoices.OfAttention.class)
    @Effect(predicate = HasAttention.class, type = EffectType.SHOW)
    String m_attention;

    @Layout(DistillationSection.class)
    @Widget(
            title = "Epochs of alignment",
            description = "How often all rows are seen while the features are brought to the teacher's.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = HasFeatures.class, type = EffectType.SHOW)
    int m_alignmentEpochs = 5;

    @Layout(DistillationSection.class)
    @Widget(title = "Temperatures T", description = """
        Above 0; the higher, the more the teacher's doubts count. Several, separated by commas, are tried \
        with each weight: every pair is trained in every fold, the inner validation rows choose, and the \
        sweep table shows them all.\
        """)
    @TextInputWidget(placeholder = "2, 4, 8")
    @Effect(predicate = HasTemperature.class, type = EffectType.SHOW)
    String m_temperatures = "4";

    @Layout(DistillationSection.class)
    @Widget(
            title = "Weights α",
            description = "The labels' share, from 0 (the teacher alone) to 1 (the labels alone); several are tried.")
    @TextInputWidget(placeholder = "0.1, 0.5, 0.9")
    @Effect(predicate = HasAlpha.class, type = EffectType.SHOW)
    String m_alphas = "0.5";

    @Layout(DistillationSection.class)
    @Widget(title = "Weights λ", description = "The teacher's weight beside the labels, 0 or more; several are tried.")
    @TextInputWidget(placeholder = "0.5, 1, 2")
    @Effect(predicate = HasLambda.class, type = EffectType.SHOW)
    String m_lambdas = "1";

    @Layout(DistillationSection.class)
    @Advanced
    @Widget(
            title = "Choose among several by",
            description =
                    "How the inner validation rows choose a temperature and a weight if several are given. Among pairs with the same score, the one with the smallest log loss is taken.")
    @ValueSwitchWidget
    @Effect(predicate = HasWeight.class, type = EffectType.SHOW)
    Choice m_choice = Choice.AUROC;

    /** Shows in a fresh dialog which columns will be taken. */
    public void chooseFrom(DataTableSpec table) {
        TeacherChoices.usual(table).ifPresent(name -> m_teachers = new ColumnFilter(new String[] {name}));
        m_features = TeacherChoices.usualFeatures(table).orElse(null);
        m_attention = TeacherChoices.usualAttention(table).orElse(null);
    }

    public Objective objective() {
        return m_method.objective;
    }

    /** By which pairs are chosen. */
    Metric choice() {
        return m_choice.metric;
    }

    /** Refuses lists that are none, or hold what can't be. */
    public void check() throws InvalidSettingsException {
        try {
            pairs();
        } catch (DistillationException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
        if (objective().needsFeatures() && m_alignmentEpochs < 1) {
            throw new InvalidSettingsException("Features need at least one epoch of alignment.");
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
        var one = List.of(1.0);
        var temperatures = objective().usesTemperature() ? numbers("temperatures", m_temperatures) : one;
        var weights = !objective().usesWeight()
                ? one
                : objective().isShare() ? numbers("weights α", m_alphas) : numbers("weights λ", m_lambdas);
        var pairs = Pair.grid(temperatures, weights);
        pairs.forEach(pair -> objective().check(pair));
        return pairs;
    }

    private static List<Double> numbers(String what, String text) {
        var numbers = new ArrayList<Double>();
        for (var part : text.split("[,;\\s]+")) {
            try {
                if (!part.isEmpty()) {
                    numbers.add(Double.valueOf(part));
                }
            } catch (NumberFormatException ex) {
                throw new DistillationException("The " + what + " \"" + text
                        + "\" must be numbers separated by commas, with a point before decimals: \"" + part
                        + "\" is not a number.");
            }
        }
        return numbers;
    }

    /** As shown in the dialog, for a model's provenance. */
    public Map<String, String> toMap() {
        var map = new TreeMap<String, String>();
        map.put("Method", m_method.name());
        if (objective().usesTemperature()) {
            map.put("Temperatures T", m_temperatures);
        }
        if (objective().usesWeight()) {
            map.put(
                    objective().isShare() ? "Weights α" : "Weights λ",
                    objective().isShare() ? m_alphas : m_lambdas);
            map.put("Choose among several by", m_choice.name());
        }
        if (objective().needsFeatures()) {
            map.put("Epochs of alignment", Integer.toString(m_alignmentEpochs));
        }
        return map;
    }

    static final class MethodReference implements ParameterReference<Method> {}

    static final class HasTeachers implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(MethodReference.class).isOneOf(Method.HINTON, Method.BRIDGING, Method.LOGITS);
        }
    }

    static final class HasFeatures implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(MethodReference.class).isOneOf(Method.FEATURES);
        }
    }

    static final class HasAttention implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(MethodReference.class).isOneOf(Method.ATTENTION);
        }
    }

    static final class HasWeight implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer
                    .getEnum(MethodReference.class)
                    .isOneOf(Method.HINTON, Method.BRIDGING, Method.LOGITS, Method.ATTENTION);
        }
    }

    static final class HasTemperature implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(MethodReference.class).isOneOf(Method.HINTON, Method.BRIDGING);
        }
    }

    static final class HasAlpha implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(MethodReference.class).isOneOf(Method.HINTON, Method.LOGITS);
        }
    }

    static final class HasLambda implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(MethodReference.class).isOneOf(Method.BRIDGING, Method.ATTENTION);
        }
    }
}
