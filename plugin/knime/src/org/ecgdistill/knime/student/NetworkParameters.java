package org.ecgdistill.knime.student;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.knime.common.IsOneOf;
import org.ecgdistill.knime.learner.LearnerSections;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.NetworkForm;
import org.ecgdistill.nn.ResNet1d;
import org.ecgdistill.nn.Vit1d;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The network of a student, and its size. */
@LoadDefaultsForAbsentFields
@Layout(LearnerSections.ModelSection.class)
final class NetworkParameters implements NodeParameters {

    enum Kind {
        @Label(value = "ResNet-1D", description = "A residual network: 137,489 parameters for one lead.")
        RESNET("ResNet-1D"),
        @Label(value = "CNN-1D", description = "A plain convolutional network: 15,217 parameters, ten times faster.")
        CNN("CNN-1D"),
        @Label(
                value = "ViT-1D",
                description = "A tiny transformer with about 2,000 parameters, for windows of one length.")
        VIT("ViT-1D");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    static final class KindReference implements ParameterReference<Kind> {}

    static final class IsResNet extends IsOneOf<Kind> {
        IsResNet() {
            super(KindReference.class, Kind.RESNET);
        }
    }

    static final class IsCnn extends IsOneOf<Kind> {
        IsCnn() {
            super(KindReference.class, Kind.CNN);
        }
    }

    static final class IsVit extends IsOneOf<Kind> {
        IsVit() {
            super(KindReference.class, Kind.VIT);
        }
    }

    @Widget(title = "Student", description = "The network that is trained.")
    @ValueSwitchWidget
    @ValueReference(KindReference.class)
    Kind m_kind = Kind.RESNET;

    @Advanced
    @Widget(title = "Channels per stage", description = """
            Numbers separated by commas, one for each stage. Multiples of 16 are computed \
            fastest.""")
    @TextInputWidget
    @Effect(predicate = IsResNet.class, type = EffectType.SHOW)
    String m_stages = "32, 64, 80";

    @Advanced
    @Widget(title = "Blocks per stage", description = "The depth of a stage.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsResNet.class, type = EffectType.SHOW)
    int m_blocks = 2;

    @Advanced
    @Widget(
            title = "Channels per layer",
            description =
                    "Numbers separated by commas, one for each convolution. Multiples of 16 are computed fastest.")
    @TextInputWidget
    @Effect(predicate = IsCnn.class, type = EffectType.SHOW)
    String m_layers = "16, 32, 64";

    @Advanced
    @Widget(title = "Kernel size", description = "Samples covered by a convolution; an odd number.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsCnn.class, type = EffectType.SHOW)
    int m_kernel = 5;

    @Advanced
    @Widget(title = "Hidden units", description = "Units of the dense layer before the last layer.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsCnn.class, type = EffectType.SHOW)
    int m_hidden = 32;

    @Advanced
    @Widget(
            title = "Dropout",
            description = "Fraction of the hidden units that is switched off at random during training.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsCnn.class, type = EffectType.SHOW)
    double m_dropout = 0.3;

    @Advanced
    @Widget(
            title = "Samples per patch",
            description = "The length of the pieces into which a signal is cut; 0 for a sixteenth of the signal.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsVit.class, type = EffectType.SHOW)
    int m_patch;

    @Advanced
    @Widget(title = "Width", description = "Values that represent a patch; a multiple of the number of heads.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsVit.class, type = EffectType.SHOW)
    int m_width = 12;

    @Advanced
    @Widget(title = "Heads", description = "The number of parallel attention heads.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsVit.class, type = EffectType.SHOW)
    int m_heads = 2;

    /** The name of the network. */
    String title() {
        return m_kind.title;
    }

    /**
     * The network's size.
     *
     * @param bottleneck units before the last layer; 0 for none
     */
    NetworkForm form(int leads, int samples, int logits, int bottleneck) {
        return switch (m_kind) {
            case RESNET -> new ResNet1d.Form(leads, logits, widths(m_stages), m_blocks, bottleneck);
            case CNN -> new Cnn1d.Form(leads, logits, widths(m_layers), m_kernel, m_hidden, m_dropout, bottleneck);
            case VIT ->
                new Vit1d.Form(
                        leads,
                        samples,
                        logits,
                        m_patch > 0
                                ? m_patch
                                : Vit1d.Form.standard(leads, samples, logits).patch(),
                        m_width,
                        m_heads,
                        bottleneck);
        };
    }

    private static List<Integer> widths(String text) {
        var widths = new ArrayList<Integer>();
        for (var part : text.split("[,;\\s]+")) {
            try {
                if (!part.isEmpty()) {
                    widths.add(Integer.valueOf(part));
                }
            } catch (NumberFormatException ex) {
                throw new NetworkException(
                        "The channels \"" + text
                                + "\" must be whole numbers separated by commas, for example 32, 64, 80," + " but \""
                                + part + "\" is not a whole number.",
                        ex);
            }
        }
        return widths;
    }
}
