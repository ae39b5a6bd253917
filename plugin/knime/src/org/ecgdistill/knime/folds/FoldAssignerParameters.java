package org.ecgdistill.knime.folds;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.folds.FoldAssigner;
import org.ecgdistill.knime.common.ColumnChoices;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.IsOneOf;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** What the analyst sets: which rows belong together, how many folds, or which column holds them already. */
@LoadDefaultsForAbsentFields
final class FoldAssignerParameters implements NodeParameters {

    @Section(title = "Data", description = "The labels, and which rows come from the same person.")
    interface DataSection {}

    @Section(title = "Folds")
    @After(DataSection.class)
    interface DivisionSection {}

    @Section(title = "Output")
    @After(DivisionSection.class)
    interface OutputSection {}

    enum Origin {
        @Label(value = "Make new folds", description = "Divide the rows evenly.")
        ASSIGN,
        @Label(
                value = "Copy given folds",
                description = "Take the folds of the data set, for example those of PTB-XL, and check them.")
        COPY
    }

    @Layout(DataSection.class)
    @Widget(
            title = "Label column",
            description =
                    "The classes to learn. Every fold gets about the same share of each class. Without a choice, the"
                            + " column \"Class\".")
    @ChoicesProvider(ColumnChoices.OfLabel.class)
    String m_label;

    @Layout(DataSection.class)
    @Widget(title = "Keep subjects together", description = """
                    Assign all rows of one person to one fold. Switch this off only if no two rows come from the same \
                    person: otherwise a model is tested on persons it has learnt from, and its results look much \
                    better than they are.""")
    @ValueReference(KeepTogether.class)
    boolean m_keepSubjectsTogether = true;

    @Layout(DataSection.class)
    @Widget(
            title = "Subject column",
            description =
                    "Names the person each row comes from. Without a choice, the column \"Subject\"; with None, each row counts as a different person.")
    @ChoicesProvider(ColumnChoices.OfSubjectOrNone.class)
    @Effect(predicate = KeepTogether.class, type = EffectType.SHOW)
    String m_subject;

    @Layout(DivisionSection.class)
    @Widget(title = "Folds", description = "Where the folds come from.")
    @ValueSwitchWidget
    @ValueReference(OriginReference.class)
    Origin m_mode = Origin.ASSIGN;

    @Layout(DivisionSection.class)
    @Widget(
            title = "Number of folds",
            description =
                    "The number of parts into which the rows are divided. Each part is tested once by a model that has"
                            + " learnt from the others. 5 and 10 are usual; at least as many subjects are needed.")
    @NumberInputWidget(minValidation = AtLeastTwo.class)
    @Effect(predicate = IsAssign.class, type = EffectType.SHOW)
    int m_folds = 5;

    @Layout(DivisionSection.class)
    @Widget(title = "Folds for rows without a label", description = """
                    Assign rows without a label too, in the fold of their subject. Students can learn from such rows by \
                    their teacher's predictions (KD Student Learner). The folds of the other rows do not depend on this.""")
    @Effect(predicate = IsAssign.class, type = EffectType.SHOW)
    boolean m_unlabelled;

    @Layout(DivisionSection.class)
    @Widget(
            title = "Column with given folds",
            description =
                    "Numbers or names, which are sorted and numbered from 0. Without a choice, the column \"Fold\""
                            + " or \"strat_fold\".")
    @ChoicesProvider(ColumnChoices.OfFold.class)
    @Effect(predicate = IsAssign.class, type = EffectType.HIDE)
    String m_givenFolds;

    @Layout(DivisionSection.class)
    @Advanced
    @Widget(
            title = "Shuffle",
            description =
                    "Make a different, equally even division for each seed, for example to repeat a cross-validation."
                            + " Otherwise, the division depends on the order of the rows only.")
    @ValueReference(Shuffle.class)
    @Effect(predicate = IsAssign.class, type = EffectType.SHOW)
    boolean m_shuffle;

    @Layout(DivisionSection.class)
    @Advanced
    @Widget(title = "Seed", description = "Any whole number. The same seed and rows give the same folds.")
    @NumberInputWidget
    @Effect(predicate = IsShuffled.class, type = EffectType.SHOW)
    long m_seed = 1;

    @Layout(OutputSection.class)
    @Advanced
    @Widget(
            title = "Fold column",
            description = "The name of the new column. An existing column of this name is replaced.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_foldColumn = EcgColumns.FOLD.getName();

    FoldAssignerParameters() {}

    /** A new node that is connected to another shows in its dialog which columns it uses. */
    FoldAssignerParameters(NodeParametersInput input) {
        // In workflows of older versions, rows without a label have no fold.
        m_unlabelled = true;
        input.getInTableSpec(0).ifPresent(table -> {
            m_label = ColumnRole.LABEL.usual(table).orElse(null);
            m_subject = ColumnRole.SUBJECT.usual(table).orElse(null);
            m_givenFolds = ColumnRole.FOLD.usual(table).orElse(null);
        });
    }

    /**
     * Called when the node is configured, and not in {@code validate}: settings that fail there when a workflow is opened
     * are replaced by defaults, and the node would run with settings that were not chosen.
     */
    void check() throws InvalidSettingsException {
        if (m_foldColumn.isBlank()) {
            throw new InvalidSettingsException("The fold column needs a name.");
        }
        if (m_mode == Origin.ASSIGN) {
            toAssigner();
        }
    }

    int[] assign(List<String> labels, Optional<List<String>> subjects, Progress progress) {
        return m_unlabelled
                ? toAssigner().assignAll(labels, subjects, progress)
                : toAssigner().assign(labels, subjects, progress);
    }

    FoldAssigner toAssigner() {
        return new FoldAssigner(m_folds, m_shuffle ? OptionalLong.of(m_seed) : OptionalLong.empty());
    }

    static final class KeepTogether implements BooleanReference {}

    static final class Shuffle implements BooleanReference {}

    static final class OriginReference implements ParameterReference<Origin> {}

    static final class IsAssign extends IsOneOf<Origin> {
        IsAssign() {
            super(OriginReference.class, Origin.ASSIGN);
        }
    }

    static final class IsShuffled implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getPredicate(IsAssign.class).and(initializer.getPredicate(Shuffle.class));
        }
    }

    static final class AtLeastTwo extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }
}
