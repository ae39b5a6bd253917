package org.ecgdistill.knime.generator;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ecgdistill.signal.Lead;
import org.ecgdistill.signal.synthesis.EcgGenerator;
import org.ecgdistill.signal.synthesis.NoiseLevels;
import org.ecgdistill.signal.synthesis.Population;
import org.ecgdistill.signal.synthesis.RecordingForm;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The node's settings: the subjects, how they are recorded, the noise, and the seed. */
@LoadDefaultsForAbsentFields
final class EcgGeneratorParameters implements NodeParameters {

    @Section(title = "Subjects", description = "The simulated persons, and how many of their beats are premature.")
    interface SubjectsSection {}

    @Section(title = "Recording", description = "The duration, sampling rate and leads of each record.")
    @After(SubjectsSection.class)
    interface RecordingSection {}

    @Section(
            title = "Noise",
            description =
                    "Noise added to the heart's signal, as a signal-to-noise ratio in decibels: at 20 dB the noise"
                            + " is hardly visible, at 0 dB it is as strong as the signal.")
    @After(RecordingSection.class)
    interface NoiseSection {}

    @Section(title = "Random numbers", description = "Whether results are reproducible.")
    @After(NoiseSection.class)
    interface RandomSection {}

    @Layout(SubjectsSection.class)
    @Widget(title = "Subjects", description = "The number of persons, each with individual heart rate and waves.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_subjects = 20;

    @Layout(SubjectsSection.class)
    @Widget(title = "Records per subject", description = "The number of recordings of each person.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_recordsPerSubject = 2;

    @Layout(SubjectsSection.class)
    @Widget(
            title = "Subjects with premature beats (%)",
            description = "The share of subjects with premature beats. The others are in sinus rhythm throughout.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostHundred.class)
    double m_affected = 50;

    @Layout(SubjectsSection.class)
    @Widget(title = "Supraventricular beats (%)", description = """
                    The mean share of atrial premature beats (AAMI class S) in such subjects: early and narrow, with a \
                    different P wave or none, followed by an incomplete pause. Subjects differ from the mean by up to \
                    half of it.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostThird.class)
    double m_supraventricular = 5;

    @Layout(SubjectsSection.class)
    @Widget(title = "Ventricular beats (%)", description = """
                    The mean share of premature ventricular contractions (AAMI class V) in such subjects: early, wide, \
                    without a P wave, followed by a full compensatory pause. Subjects differ from the mean by up to half \
                    of it. Supraventricular and ventricular beats together are at most a third of all beats, because each \
                    follows a normal beat.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostThird.class)
    double m_ventricular = 10;

    @Layout(SubjectsSection.class)
    @Widget(title = "Subjects with bundle branch block (%)", description = """
                    The share of subjects with a left or right bundle branch block: all their beats from the atria are \
                    wide, but still of AAMI class N. A model that mistakes every wide beat for a ventricular beat fails \
                    here.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostHundred.class)
    @Migration(AsInATextbook.class)
    double m_blocked = 20;

    @Layout(SubjectsSection.class)
    @Widget(title = "Similarity of premature and normal beats (%)", description = """
                    The maximum similarity of premature and normal beats; each subject has a value between 0 and this \
                    maximum. At 0 % premature beats are as in a textbook: very early, and wide and tall if ventricular. \
                    At 100 % those of some subjects are only slightly early and look almost normal, like beats that start \
                    near the bundle branches or fuse with a sinus beat.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostHundred.class)
    @Migration(AsInATextbook.class)
    double m_likeness = 50;

    @Layout(RecordingSection.class)
    @Widget(title = "Duration (s)", description = "The duration of each record. A standard ECG lasts 10 s.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    double m_duration = 30;

    @Layout(RecordingSection.class)
    @Widget(
            title = "Sampling rate (Hz)",
            description = "Samples per second: 360 as in the MIT-BIH database, 500 as in PTB-XL and most devices.")
    @NumberInputWidget(minValidation = LowestRate.class, maxValidation = HighestRate.class)
    double m_rate = 360;

    @Layout(RecordingSection.class)
    @Widget(
            title = "Leads",
            description =
                    "The leads, separated by commas: I, II, III, aVR, aVL, aVF, V1, V2, V3, V4, V5, V6, or * for all"
                            + " twelve. The output has a row for each record and lead.")
    @TextInputWidget(placeholder = "II, V1")
    String m_leads = "II";

    @Layout(NoiseSection.class)
    @Widget(title = "Baseline wander (dB)", description = "Slow drift from breathing and electrode contact.")
    @OptionalWidget(defaultProvider = TenDecibels.class)
    Optional<Double> m_wander = Optional.of(10.0);

    @Layout(NoiseSection.class)
    @Widget(title = "Muscle noise (dB)", description = "Noise of nearby muscles, from about 20 to 150 Hz.")
    @OptionalWidget(defaultProvider = TwentyDecibels.class)
    Optional<Double> m_muscle = Optional.of(20.0);

    @Layout(NoiseSection.class)
    @Widget(title = "Mains interference (dB)", description = "Interference from the power line.")
    @OptionalWidget(defaultProvider = TwentyDecibels.class)
    Optional<Double> m_mains = Optional.empty();

    enum Mains {
        @Label(value = "50 Hz", description = "Europe, Africa, Australia and most of Asia.")
        HZ_50(50),
        @Label(value = "60 Hz", description = "North America and parts of South America and Asia.")
        HZ_60(60);

        private final double frequency;

        Mains(double frequency) {
            this.frequency = frequency;
        }
    }

    @Layout(NoiseSection.class)
    @Advanced
    @Widget(title = "Mains frequency", description = "The frequency of the power line.")
    @ValueSwitchWidget
    Mains m_mainsFrequency = Mains.HZ_50;

    static final class UseSeed implements BooleanReference {}

    @Layout(RandomSection.class)
    @Widget(
            title = "Use fixed seed",
            description =
                    "Generates the same records, bit for bit, in every run with the same settings. Otherwise a new"
                            + " seed is used in each run and stored in the properties of the signal column.")
    @ValueReference(UseSeed.class)
    boolean m_useSeed = true;

    @Layout(RandomSection.class)
    @Widget(title = "Seed", description = "Any whole number. Different seeds give different subjects and records.")
    @NumberInputWidget
    @Effect(predicate = UseSeed.class, type = EffectType.SHOW)
    long m_seed = 1;

    EcgGenerator toGenerator(long seed) {
        return new EcgGenerator(
                new Population(
                        m_subjects,
                        m_recordsPerSubject,
                        m_affected / 100,
                        m_supraventricular / 100,
                        m_ventricular / 100,
                        m_blocked / 100,
                        m_likeness / 100),
                new RecordingForm(m_duration, m_rate, Lead.list(m_leads)),
                new NoiseLevels(decibels(m_wander), decibels(m_mains), decibels(m_muscle), m_mainsFrequency.frequency),
                seed);
    }

    private static OptionalDouble decibels(Optional<Double> level) {
        return level.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /** Workflows that are older than these settings keep their records. */
    static final class AsInATextbook implements DefaultProvider<Double> {
        @Override
        public Double getDefault() {
            return 0.0;
        }
    }

    static final class AtMostHundred extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    static final class AtMostThird extends MaxValidation {
        @Override
        protected double getMax() {
            return 100.0 / 3;
        }
    }

    static final class LowestRate extends MinValidation {
        @Override
        protected double getMin() {
            return 50;
        }
    }

    static final class HighestRate extends MaxValidation {
        @Override
        protected double getMax() {
            return 10_000;
        }
    }

    static final class TenDecibels implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(NodeParametersInput input) {
            return 10.0;
        }
    }

    static final class TwentyDecibels implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(NodeParametersInput input) {
            return 20.0;
        }
    }
}
