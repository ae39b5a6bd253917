package org.ecgdistill.knime.learner;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.knime.common.IsOneOf;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.training.Design;
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
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** How a network is trained, and on which processor. */
@LoadDefaultsForAbsentFields
@Layout(LearnerSections.TrainingSection.class)
public final class TrainingParameters implements NodeParameters {

    @Widget(title = "Epochs", description = "Passes over all training rows.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_epochs = 10;

    @Widget(
            title = "Batch size",
            description =
                    "Rows per training step. The full ECGFounder needs about 150 MB of memory for each ten-second row in a"
                            + " step: 8 is usual for it, 32 or 64 for small networks.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_batch = 32;

    @Widget(
            title = "Learning rate",
            description =
                    "Step size of the training. Usual values are 0.001 for a random start or the head alone, and 0.0001 for"
                            + " fine-tuning released weights.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_rate = 1e-3;

    @Widget(
            title = "Balance classes",
            description =
                    "Weights rare classes as much as frequent ones. Finds more of the rare class, but its probabilities"
                            + " are too high.")
    boolean m_balance;

    @Widget(title = "Seed", description = "A whole number. The same seed, rows and settings give the same model.")
    @NumberInputWidget
    long m_seed = 1;

    enum Curve {
        @Label(value = "Constant", description = "Constant from the first step to the last.")
        CONSTANT(RateCurve.CONSTANT),
        @Label(value = "Cosine", description = "Falls slowly at first and reaches zero at the last step.")
        COSINE(RateCurve.COSINE),
        @Label(value = "Steps", description = "Falls to a tenth after each third of the training.")
        STEP(RateCurve.STEP);

        private final RateCurve value;

        Curve(RateCurve value) {
            this.value = value;
        }
    }

    @Advanced
    @Widget(title = "Learning rate curve", description = "How the learning rate changes over the training.")
    @ValueSwitchWidget
    Curve m_curve = Curve.COSINE;

    enum Decay {
        @Label(value = "Adam", description = "Applies weight decay through the gradient, as ECGFounder's authors did.")
        ADAM(false),
        @Label(value = "AdamW", description = "Applies weight decay separately from the gradient.")
        ADAMW(true);

        private final boolean value;

        Decay(boolean value) {
            this.value = value;
        }
    }

    @Advanced
    @Widget(title = "Optimiser", description = "How the network's weights are updated.")
    @ValueSwitchWidget
    Decay m_optimiser = Decay.ADAM;

    @Advanced
    @Widget(title = "Weight decay", description = "Pulls all weights of the network towards zero; 0 for none.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_weightDecay = 1e-5;

    @Advanced
    @Widget(
            title = "Gradient clipping",
            description = "Maximum absolute value of each component of the gradient; 0 for no limit.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_clip;

    @Advanced
    @Widget(
            title = "Inner validation: one part in",
            description =
                    "This share of each model's rows, whole subjects, is kept back to select the best epoch: 5 keeps a"
                            + " fifth back. 0 keeps nothing back and takes the last epoch.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_innerFolds = 5;

    enum Choice {
        @Label(value = "AUROC", description = """
            The epoch that ranks the inner validation rows best; of several with the same AUROC, the epoch with \
            the smallest loss.\
            """)
        AUROC(LabelScore.AUROC),
        @Label(value = "Loss", description = "The epoch with the smallest loss on the inner validation rows.")
        LOSS(LabelScore.LOSS);

        private final LabelScore value;

        Choice(LabelScore value) {
            this.value = value;
        }
    }

    @Advanced
    @Widget(title = "Select epoch by", description = """
        How the epoch is selected on the rows that are kept back. With few subjects among them (fewer than five of \
        a class), AUROC takes only a few values and can be high by chance in an early epoch, before the model \
        has learnt much: choose Loss in that case. The training log shows which epoch was kept and why.\
        """)
    @ValueSwitchWidget
    Choice m_choice = Choice.AUROC;

    @Advanced
    @Widget(
            title = "Patience",
            description =
                    "Stops after this many epochs without improvement on the rows that are kept back; 0 means never."
                            + " An equal AUROC with a smaller loss counts as an improvement.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_patience;

    @Advanced
    @Widget(
            title = "Models in parallel",
            description = "Number of folds trained in parallel, one processor core each; 0 for the number of"
                    + " cores. The results do not depend on this.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @OfComputer
    int m_threads;

    enum Device {
        @Label(value = "Automatic", description = "The graphics processor if PyTorch can use one.")
        AUTO(Processor.AUTO),
        @Label(value = "Processor")
        CPU(Processor.CPU),
        @Label(value = "Graphics processor", description = "Needs a CUDA build of LibTorch on this machine.")
        GPU(Processor.GPU);

        private final Processor value;

        Device(Processor value) {
            this.value = value;
        }
    }

    static final class DeviceReference implements ParameterReference<Device> {}

    static final class IsCpu extends IsOneOf<Device> {
        IsCpu() {
            super(DeviceReference.class, Device.CPU);
        }
    }

    @Advanced
    @Widget(title = "Compute on", description = "The processor that trains the models.")
    @ValueSwitchWidget
    @ValueReference(DeviceReference.class)
    @OfComputer
    Device m_device = Device.AUTO;

    @Advanced
    @Widget(
            title = "LibTorch folder",
            description =
                    "The folder with a CUDA build of LibTorch, if this machine has one. It is read once, when PyTorch"
                            + " is first used after KNIME has started.")
    @TextInputWidget
    @Effect(predicate = IsCpu.class, type = EffectType.HIDE)
    @OfComputer
    String m_libtorch = "";

    /** The seed of all random numbers. */
    public long seed() {
        return m_seed;
    }

    public LabelLoss.Weighting weighting() {
        return m_balance ? LabelLoss.Weighting.BALANCED : LabelLoss.Weighting.PLAIN;
    }

    Design design(List<String> labels, Optional<List<String>> subjects, int[] folds) {
        return new Design(labels, subjects, folds, m_innerFolds, m_seed);
    }

    /** How many models are trained at once. */
    public int threads() {
        return m_threads > 0 ? m_threads : Runtime.getRuntime().availableProcessors();
    }

    public Processor processor() {
        return m_device.value;
    }

    /** The folder with PyTorch's own libraries, blank for those that come with the plugin. */
    public String libtorch() {
        return m_device == Device.CPU ? "" : m_libtorch.strip();
    }

    /** By which an epoch is chosen. */
    public LabelScore score() {
        return m_choice.value;
    }

    public Schedule toSchedule() {
        return Schedule.of(m_epochs, m_batch, m_rate, m_seed)
                .withCurve(m_curve.value)
                .withWeightDecay(m_weightDecay, m_optimiser.value)
                .withClip(m_clip)
                .withPatience(m_patience);
    }

    /** Refuses values with which no model can be trained. */
    public void check() throws InvalidSettingsException {
        toSchedule();
        if (m_innerFolds < 0 || m_innerFolds == 1 || m_threads < 0) {
            throw new InvalidSettingsException(
                    "Inner validation must keep back one part in 2 or more, or nothing (0), and the"
                            + " number of models in parallel cannot be negative.");
        }
    }
}
