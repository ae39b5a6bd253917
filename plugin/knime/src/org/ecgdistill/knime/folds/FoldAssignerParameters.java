package org.ecgdistill.knime.folds;

import java.util.OptionalLong;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.folds.FoldAssigner;
import org.ecgdistill.knime.common.ColumnChoices;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.EcgColumns;
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

    @Section(title = "Data", description = "What is to be learnt, and which rows come from the same person.")
    interface DataSection {}

    @Section(title = "Folds")
    @After(DataSection.class)
    interface FoldsSection {}

    @Section(title = "Output")
    @After(FoldsSection.class)
    interface OutputSection {}

    enum Mode {
        @Label(value = "Make new folds", description = "Divides the rows evenly.")
        ASSIGN,
        @Label(
                value = "Copy given folds",
                description =
                        "Takes the folds that the data set comes with, for example those of PTB-XL, and checks them.")
        COPY
    }

    @Layout(DataSection.class)
    @Widget(
            title = "Label column",
            description =
                    "What is to be learnt. Every fold gets about the same share of each class. Without a choice, the"
                            + " column \"Class\".")
    @ChoicesProvider(ColumnChoices.OfLabel.class)
    String m_label;

    @Layout(DataSection.class)
    @Widget(title = "Keep subjects together", description = """
                    All rows of one person go into one fold. Switch this off only if no two rows come from the same \
                    person: otherwise a model is tested on persons it has learnt from, and its results look much \
                    better than they are.""")
    @ValueReference(KeepTogether.class)
    boolean m_keepSubjectsTogether = true;

    @Layout(DataSection.class)
    @Widget(
            title = "Subject column",
            description =
                    "Names the person each row comes from. Without a choice, the column \"Subject\". None: each row counts as a person of its own.")
    @ChoicesProvider(ColumnChoices.OfSubjectOrNone.class)
    @Effect(predicate = KeepTogether.class, type = EffectType.SHOW)
    String m_subject;

    @Layout(FoldsSection.class)
    @Widget(title = "Folds", description = "Where the folds come from.")
    @ValueSwitchWidget
    @ValueReference(ModeReference.class)
    Mode m_mode = Mode.ASSIGN;

    @Layout(FoldsSection.class)
    @Widget(
            title = "Number of folds",
            description =
                    "Into how many parts the rows are divided. Each part is tested once by a model that has learnt from"
                            + " the others. 5 and 10 are usual; there must be at least as many subjects.")
    @NumberInputWidget(minValidation = AtLeastTwo.class)
    @Effect(predicate = IsAssign.class, type = EffectType.SHOW)
    int m_folds = 5;

    @Layout(FoldsSection.class)
    @Widget(
            title = "Column with given folds",
            description =
                    "Numbers or names; they are numbered from 0 in their order. Without a choice, the column \"Fold\""
                            + " or \"strat_fold\".")
    @ChoicesProvider(ColumnChoices.OfFold.class)
    @Effect(predicate = IsAssign.class, type = EffectType.HIDE)
    String m_givenFolds;

    @Layout(FoldsSection.class)
    @Advanced
    @Widget(
            title = "Shuffle",
            description =
                    "Makes another, equally even division for each seed, for example to repeat a cross-validation. If"
                            + " not ticked, the division follows from the order of the rows.")
    @ValueReference(Shuffle.class)
    @Effect(predicate = IsAssign.class, type = EffectType.SHOW)
    boolean m_shuffle;

    @Layout(FoldsSection.class)
    @Advanced
    @Widget(title = "Seed", description = "Any whole number. The same seed and rows give the same folds.")
    @NumberInputWidget
    @Effect(predicate = IsShuffled.class, type = EffectType.SHOW)
    long m_seed = 1;

    @Layout(OutputSection.class)
    @Advanced
    @Widget(
            title = "Fold column",
            description =
                    "The name of the column that is added. A column of this name that is there already is replaced.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_foldColumn = EcgColumns.FOLD.getName();

    FoldAssignerParameters() {}

    /** A node that is put onto the canvas behind another shows in its dialog which columns it will take. */
    FoldAssignerParameters(NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(table -> {
            m_label = ColumnRole.LABEL.usual(table).orElse(null);
            m_subject = ColumnRole.SUBJECT.usual(table).orElse(null);
            m_givenFolds = ColumnRole.FOLD.usual(table).orElse(null);
        });
    }

    /**
     * Asked for when the node is configured, and not in {@code validate}: what does not pass there when a workflow is
     * opened is replaced by defaults, and the node would run with settings that nobody chose.
     */
    void check() throws InvalidSettingsException {
        if (m_foldColumn.isBlank()) {
            throw new InvalidSettingsException("The fold column needs a name.");
        }
        if (m_mode == Mode.ASSIGN) {
            try {
                toAssigner();
            } catch (EvaluationException ex) {
                throw new InvalidSettingsException(ex.getMessage(), ex);
            }
        }
    }

    FoldAssigner toAssigner() {
        return new FoldAssigner(m_folds, m_shuffle ? OptionalLong.of(m_seed) : OptionalLong.empty());
    }

    static final class KeepTogether implements BooleanReference {}

    static final class Shuffle implements BooleanReference {}

    static final class ModeReference implements ParameterReference<Mode> {}

    static final class IsAssign implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(ModeReference.class).isOneOf(Mode.ASSIGN);
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
