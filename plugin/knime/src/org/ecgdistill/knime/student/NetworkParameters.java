package org.ecgdistill.knime.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Which network a student is, and of which size. */
@LoadDefaultsForAbsentFields
final class NetworkParameters implements NodeParameters {

    enum Kind {
        @Label(value = "ResNet-1D", description = "A residual network: 137,489 parameters for one lead.")
        RESNET("ResNet-1D"),
        @Label(value = "CNN-1D", description = "A plain convolutional network: 15,217 parameters, ten times as fast.")
        CNN("CNN-1D"),
        @Label(
                value = "ViT-1D",
                description = "A tiny transformer of some 2,000 parameters, for windows of one length.")
        VIT("ViT-1D");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    @Layout(LearnerSections.Model.class)
    @Widget(title = "Student", description = "Which network learns.")
    @ValueSwitchWidget
    @ValueReference(KindReference.class)
    Kind m_kind = Kind.RESNET;

    @Layout(LearnerSections.Model.class)
    @Advanced
    @Widget(title = "Widths", description = """
            Channels of each stage, separated by commas; the number of stages follows. Multiples of 16 are computed \
            fastest.""")
    @TextInputWidget
    @Effect(predicate = IsResNet.class, type = EffectType.SHOW)
    String m_stages = "32, 64, 80";

    @Layout(LearnerSections.Model.class)
    @Advanced
    @Widget(title = "Blocks in each stage", description = "How deep a stage is.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsResNet.class, type = EffectType.SHOW)
    int m_blocks = 2;

    @Layout(LearnerSections.Model.class)
    @Advanced
    @Widget(
            title = "Widths of the layers",
            description = "Channels of each convolution, separated by commas. Multiples of 16 are computed fastest.")
    @TextInputWidget
    @Effect(predicate = IsCnn.class, type = EffectType.SHOW)
    String m_layers = "16, 32, 64";

    @Layout(LearnerSections.Model.class)
    @Advanced
    @Widget(title = "Kernel", description = "Samples that a convolution sees at once; an odd number.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsCnn.class, type = EffectType.SHOW)
    int m_kernel = 5;

    @Layout(LearnerSections.Model.class)
    @Advanced
    @Widget(title = "Hidden units", description = "Units of the dense layer before the last one.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsCnn.class, type = EffectType.SHOW)
    int m_hidden = 32;

    @Layout(LearnerSections.Model.class)
    @Advanced
    @Widget(title = "Dropout", description = "Share of the hidden units that is left out at random while training.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsCnn.class, type = EffectType.SHOW)
    double m_dropout = 0.3;

    @Layout(LearnerSections.Model.class)
    @Advanced
    @Widget(title = "Samples in a patch", description = "Into what pieces a signal is cut; 0 for a sixteenth of it.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsVit.class, type = EffectType.SHOW)
    int m_patch;

    @Layout(LearnerSections.Model.class)
    @Advanced
    @Widget(title = "Width", description = "Numbers that stand for a patch; a multiple of the heads.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsVit.class, type = EffectType.SHOW)
    int m_width = 12;

    @Layout(LearnerSections.Model.class)
    @Advanced
    @Widget(title = "Heads", description = "How many things the attention looks for at once.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsVit.class, type = EffectType.SHOW)
    int m_heads = 2;

    /** What the network is called. */
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
                        "The widths \"" + text + "\" must be whole numbers separated by commas, for example 32, 64, 80:"
                                + " \"" + part + "\" is not one.",
                        ex);
            }
        }
        return widths;
    }

    /** As shown in the dialog, for the model's provenance. */
    Map<String, String> toMap() {
        var map = new TreeMap<String, String>();
        map.put("Student", title());
        return map;
    }

    static final class KindReference implements ParameterReference<Kind> {}

    static final class IsResNet implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.RESNET);
        }
    }

    static final class IsCnn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.CNN);
        }
    }

    static final class IsVit implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.VIT);
        }
    }
}
