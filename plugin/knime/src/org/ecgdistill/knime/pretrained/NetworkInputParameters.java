package org.ecgdistill.knime.pretrained;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ecgdistill.model.InputFilter;
import org.ecgdistill.model.InputScaling;
import org.ecgdistill.model.InputUnit;
import org.ecgdistill.model.pretrained.OnnxModelBuilder;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** How recordings are prepared for a pretrained network, if its file does not state it. */
@LoadDefaultsForAbsentFields
@Layout(OnnxReaderParameters.InputSection.class)
final class NetworkInputParameters implements NodeParameters {

    @Widget(
            title = "Sampling rate (Hz)",
            description = "Samples per second that the network reads; recordings are resampled. 0 for the rate in the"
                    + " file.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_rate;

    @Widget(
            title = "Leads",
            description = "The leads in the network's order, separated by commas. If empty, the leads in the file, or"
                    + " for twelve leads the usual order I, II, III, aVR, aVL, aVF, V1 to V6; a network with one lead"
                    + " accepts any.")
    @TextInputWidget(placeholder = "I, II, III, aVR, aVL, aVF, V1, V2, V3, V4, V5, V6")
    String m_leads = "";

    @Advanced
    @Widget(
            title = "Samples per lead",
            description = "The length of a window. Longer recordings are cut into several windows, shorter ones are"
                    + " padded with zeros. 0 for the length in the file.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_samples;

    enum Unit {
        @Label(value = "As in the file", description = "Millivolts, unless the file states otherwise.")
        FILE(Optional.empty()),
        @Label(value = "mV", description = "Millivolts.")
        MILLIVOLT(Optional.of(InputUnit.MILLIVOLT)),
        @Label(value = "µV", description = "Microvolts, a thousand times larger numbers.")
        MICROVOLT(Optional.of(InputUnit.MICROVOLT));

        private final Optional<InputUnit> value;

        Unit(Optional<InputUnit> value) {
            this.value = value;
        }
    }

    @Widget(
            title = "Unit",
            description = "The unit that the network expects. The recordings themselves are in millivolts.")
    @ValueSwitchWidget
    Unit m_unit = Unit.FILE;

    enum ScalingChoice {
        @Label(value = "As in the file", description = "None, unless the file states otherwise.")
        FILE(Optional.empty()),
        @Label(value = "None", description = "Leaves the samples unchanged.")
        NONE(Optional.of(InputScaling.NONE)),
        @Label(value = "Z-score", description = "Mean 0 and standard deviation 1, all leads together.")
        Z_SCORE(Optional.of(InputScaling.Z_SCORE)),
        @Label(value = "Z-score per lead", description = "Mean 0 and standard deviation 1 in each lead.")
        Z_SCORE_PER_LEAD(Optional.of(InputScaling.Z_SCORE_PER_LEAD)),
        @Label(value = "0 to 1", description = "The minimum of each lead becomes 0, its maximum 1.")
        MIN_MAX(Optional.of(InputScaling.MIN_MAX)),
        @Label(value = "−1 to 1", description = "The minimum of each lead becomes −1, its maximum 1.")
        MIN_MAX_SYMMETRIC(Optional.of(InputScaling.MIN_MAX_SYMMETRIC)),
        @Label(
                value = "Ranks",
                description = "Each sample is replaced by its average rank in its lead, scaled to −1…1: the preparation"
                        + " of OpenECG's networks.")
        RANKS(Optional.of(InputScaling.RANKS));

        private final Optional<InputScaling> value;

        ScalingChoice(Optional<InputScaling> value) {
            this.value = value;
        }
    }

    @Widget(
            title = "Scaling",
            description = "Applied to each window after resampling. Use what the network was trained with.")
    @RadioButtonsWidget
    ScalingChoice m_scaling = ScalingChoice.FILE;

    enum Filter {
        @Label(value = "As in the file", description = "None, unless the file states otherwise.")
        FILE(Optional.empty()),
        @Label(value = "None", description = "Does not filter.")
        NONE(Optional.of(InputFilter.NONE)),
        @Label(
                value = "As ECGFounder's authors",
                description = "A notch at 50 Hz, a band-pass from 0.67 to 40 Hz, and subtraction of a running median of"
                        + " 0.4 s.")
        FOUNDER(Optional.of(InputFilter.FOUNDER));

        private final Optional<InputFilter> value;

        Filter(Optional<InputFilter> value) {
            this.value = value;
        }
    }

    @Advanced
    @Widget(
            title = "Filter",
            description = "Applied to each recording after resampling, before it is cut into windows.")
    @ValueSwitchWidget
    Filter m_filter = Filter.FILE;

    /** Whether neither the analyst nor, perhaps, the file states how signals are scaled. */
    boolean leavesScalingOpen() {
        return m_scaling == ScalingChoice.FILE;
    }

    /** What the analyst states instead of the file. */
    void applyTo(OnnxModelBuilder builder) {
        ifAny(m_leads, builder::leads);
        if (m_rate > 0) {
            builder.rate(m_rate);
        }
        if (m_samples > 0) {
            builder.samples(m_samples);
        }
        m_unit.value.ifPresent(builder::unit);
        m_scaling.value.ifPresent(builder::scaling);
        m_filter.value.ifPresent(builder::filter);
    }

    /** Uses the names in a list, if there are any. */
    static void ifAny(String list, Consumer<List<String>> use) {
        var names = Arrays.stream(list.split("[,;\\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!names.isEmpty()) {
            use.accept(names);
        }
    }
}
