package org.ecgdistill.knime.learner;

import java.util.Map;
import java.util.TreeMap;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.LabelScore;
import org.ecgdistill.nn.training.RateCurve;
import org.ecgdistill.nn.training.Schedule;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** How long and how fast a network learns, and on what it is computed. */
@LoadDefaultsForAbsentFields
public final class TrainingParameters implements NodeParameters {

    enum Curve {
        @Label(value = "Constant", description = "The same from the first step to the last.")
        CONSTANT(RateCurve.CONSTANT),
        @Label(value = "Cosine", description = "Falls slowly at first and reaches zero with the last step.")
        COSINE(RateCurve.COSINE),
        @Label(value = "Steps", description = "A tenth after each third of the training.")
        STEP(RateCurve.STEP);

        private final RateCurve curve;

        Curve(RateCurve curve) {
            this.curve = curve;
        }
    }

    enum Decay {
        @Label(value = "Adam", description = "Weight decay acts through the gradient, as ECGFounder's authors trained.")
        ADAM,
        @Label(value = "AdamW", description = "Weight decay acts beside the gradient.")
        ADAMW
    }

    enum Choice {
        @Label(value = "AUROC", description = """
            The epoch that best puts the inner validation rows in order; of several with the same AUROC, the one with \
            the smallest loss.\
            """)
        AUROC,
        @Label(value = "Loss", description = "The epoch with the smallest loss on the inner validation rows.")
        LOSS
    }

    enum Device {
        @Label(value = "Automatic", description = "The graphics processor where PyTorch can use one.")
        AUTO,
        @Label(value = "Processor")
        CPU,
        @Label(value = "Graphics processor", description = "Needs a CUDA build of libtorch on this machine.")
        GPU
    }

    @Layout(LearnerSections.Training.class)
    @Widget(title = "Epochs", description = "How often all rows are seen.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_epochs = 10;

    @Layout(LearnerSections.Training.class)
    @Widget(
            title = "Batch size",
            description =
                    "Rows in one step. The whole ECGFounder needs some 150 MB of memory for each ten-second row in a"
                            + " step: 8 is usual there, 32 or 64 for small networks.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_batch = 32;

    @Layout(LearnerSections.Training.class)
    @Widget(
            title = "Learning rate",
            description = "How far one step goes. Usual are 0.001 for a random start or the head alone, and 0.0001 for"
                    + " fine-tuning released weights.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_rate = 1e-3;

    @Layout(LearnerSections.Training.class)
    @Widget(
            title = "Balance classes",
            description =
                    "Lets rare classes weigh as much as frequent ones. Finds more of the rare class; its probabilities"
                            + " are then too high.")
    boolean m_balance;

    @Layout(LearnerSections.Training.class)
    @Widget(title = "Seed", description = "Any whole number. The same seed, rows and settings give the same model.")
    @NumberInputWidget
    long m_seed = 1;

    @Layout(LearnerSections.Training.class)
    @Advanced
    @Widget(title = "Learning rate curve", description = "How the learning rate changes over the training.")
    @ValueSwitchWidget
    Curve m_curve = Curve.COSINE;

    @Layout(LearnerSections.Training.class)
    @Advanced
    @Widget(title = "Optimiser", description = "How steps follow from gradients.")
    @ValueSwitchWidget
    Decay m_optimiser = Decay.ADAM;

    @Layout(LearnerSections.Training.class)
    @Advanced
    @Widget(title = "Weight decay", description = "Pulls all numbers of the network towards zero; 0 for none.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_weightDecay = 1e-5;

    @Layout(LearnerSections.Training.class)
    @Advanced
    @Widget(
            title = "Largest gradient",
            description = "Bounds the gradient of each number on both sides; 0 for no bound.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_clip;

    @Layout(LearnerSections.Training.class)
    @Advanced
    @Widget(
            title = "Inner validation: one part in",
            description =
                    "This share of each model's rows, whole subjects, is kept back to choose the best epoch: 5 keeps a"
                            + " fifth back. 0 keeps nothing back and takes the last epoch.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_innerFolds = 5;

    @Layout(LearnerSections.Training.class)
    @Advanced
    @Widget(title = "Choose epoch by", description = """
        How the epoch is chosen on the rows that are kept back. With few subjects among them (fewer than five of \
        a class), AUROC takes only a few values and can be high by chance in an early epoch, before the model \
        has learnt much: choose Loss in that case. The training log says which epoch was kept and why.\
        """)
    @ValueSwitchWidget
    Choice m_choice = Choice.AUROC;

    @Layout(LearnerSections.Training.class)
    @Advanced
    @Widget(
            title = "Patience",
            description =
                    "Stops after this many epochs without improvement on the rows that are kept back; 0 means never."
                            + " An equal AUROC with a smaller loss counts as an improvement.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_patience;

    @Layout(LearnerSections.Training.class)
    @Advanced
    @Widget(
            title = "Models at once",
            description = "How many folds are trained side by side, one processor core each; 0 for as many as there are"
                    + " cores. The results do not depend on it.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_threads;

    @Layout(LearnerSections.Training.class)
    @Advanced
    @Widget(title = "Compute on", description = "What does the arithmetic.")
    @ValueSwitchWidget
    @ValueReference(DeviceReference.class)
    Device m_device = Device.AUTO;

    @Layout(LearnerSections.Training.class)
    @Advanced
    @Widget(
            title = "Folder of libtorch",
            description =
                    "Where a CUDA build of libtorch lies, if this machine has one. It is looked at once, when PyTorch"
                            + " is first used after KNIME has started.")
    @TextInputWidget
    @Effect(predicate = IsCpu.class, type = EffectType.HIDE)
    String m_libtorch = "";

    /** The seed of all chance. */
    public long seed() {
        return m_seed;
    }

    public LabelLoss.Weighting weighting() {
        return m_balance ? LabelLoss.Weighting.BALANCED : LabelLoss.Weighting.PLAIN;
    }

    public int innerFolds() {
        return m_innerFolds;
    }

    /** How many models are trained at once. */
    public int threads() {
        return m_threads > 0 ? m_threads : Runtime.getRuntime().availableProcessors();
    }

    public Processor processor() {
        return Processor.valueOf(m_device.name());
    }

    /** The folder with PyTorch's own libraries, blank for those that come with the plugin. */
    public String libtorch() {
        return m_device == Device.CPU ? "" : m_libtorch.strip();
    }

    /** By which an epoch is chosen. */
    public LabelScore score() {
        return m_choice == Choice.AUROC ? LabelScore.AUROC : LabelScore.LOSS;
    }

    public Schedule toSchedule() {
        return new Schedule(
                m_epochs,
                m_batch,
                m_rate,
                m_curve.curve,
                m_weightDecay,
                m_optimiser == Decay.ADAMW,
                m_clip,
                m_patience,
                m_seed);
    }

    /** Refuses numbers with which nothing can be trained. */
    public void check() throws InvalidSettingsException {
        try {
            toSchedule();
        } catch (NetworkException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
        if (m_innerFolds < 0 || m_innerFolds == 1 || m_threads < 0) {
            throw new InvalidSettingsException(
                    "Inner validation keeps one part in 2 or more back, or nothing (0), and the"
                            + " number of models at once can't be negative.");
        }
    }

    /** As shown in the dialog, for a model's provenance. */
    public Map<String, String> toMap() {
        var map = new TreeMap<String, String>();
        map.put("Epochs", Integer.toString(m_epochs));
        map.put("Batch size", Integer.toString(m_batch));
        map.put("Learning rate", Double.toString(m_rate));
        map.put("Balance classes", Boolean.toString(m_balance));
        map.put("Learning rate curve", m_curve.name());
        map.put("Optimiser", m_optimiser.name());
        map.put("Weight decay", Double.toString(m_weightDecay));
        map.put("Largest gradient", Double.toString(m_clip));
        map.put("Inner validation: one part in", Integer.toString(m_innerFolds));
        map.put("Choose epoch by", m_choice.name());
        map.put("Patience", Integer.toString(m_patience));
        return map;
    }

    static final class DeviceReference implements ParameterReference<Device> {}

    static final class IsCpu implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(DeviceReference.class).isOneOf(Device.CPU);
        }
    }
}
