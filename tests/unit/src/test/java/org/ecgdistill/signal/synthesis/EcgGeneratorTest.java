package org.ecgdistill.signal.synthesis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.AamiClass;
import org.ecgdistill.signal.Annotation;
import org.ecgdistill.signal.Lead;
import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcgGeneratorTest {

    private static final double RATE = 500;
    private static final Population POPULATION = new Population(12, 2, 0.5, 0.08, 0.12);
    private static final RecordingForm TWELVE = new RecordingForm(20, RATE, List.of(Lead.values()));
    private static final EcgGenerator CLEAN = new EcgGenerator(POPULATION, TWELVE, NoiseLevels.NONE, 42);
    private static final List<SyntheticRecord> RECORDS = IntStream.range(0, POPULATION.subjects())
            .mapToObj(subject -> CLEAN.record(subject, 0, Progress.NONE))
            .toList();

    @Test
    void aNarrowBeatPeaksAtItsAnnotation() {
        forEachBeat(beat -> !isVentricular(beat), (record, beat) -> {
            var samples = largestLead(record, beat);
            var peak = extreme(samples, at(beat), 30);
            assertTrue(Math.abs(peak - at(beat)) <= 2, record.name() + ": " + peak + " not " + at(beat));
        });
    }

    @Test
    void aVentricularBeatPeaksNearItsAnnotation() {
        forEachBeat(EcgGeneratorTest::isVentricular, (record, beat) -> {
            var samples = largestLead(record, beat);
            var peak = extreme(samples, at(beat), 50);
            assertTrue(Math.abs(peak - at(beat)) <= 6, record.name() + ": " + peak + " not " + at(beat));
        });
    }

    /**
     * The QRS complex of a sinus beat lasts less than 120 ms, that of a ventricular beat more: the clinical definition.
     */
    @Test
    void ventricularBeatsAreWideAndOthersNarrow() {
        forEachBeat(beat -> true, (record, beat) -> {
            var milliseconds = 1000 * width(record, beat) / RATE;
            if (isVentricular(beat)) {
                assertTrue(milliseconds > 120, record.name() + " V of " + milliseconds + " ms");
            } else {
                assertTrue(milliseconds < 120, record.name() + " " + beat + " of " + milliseconds + " ms");
                assertTrue(milliseconds > 40, record.name() + " " + beat + " of " + milliseconds + " ms");
            }
        });
    }

    @Test
    void theRecoveryOfAVentricularBeatPointsAgainstItsMainDeflection() {
        forEachBeat(EcgGeneratorTest::isVentricular, (record, beat) -> {
            var samples = largestLead(record, beat);
            var base = samples[at(beat) - (int) (0.12 * RATE)];
            var main = samples[at(beat)] - base;
            var recovery = 0.0;
            for (var i = (int) (0.18 * RATE); i < 0.36 * RATE; i++) {
                recovery += samples[at(beat) + i] - base;
            }
            assertTrue(main * recovery < 0, record.name() + " " + beat);
        });
    }

    @Test
    void theLimbLeadsObeyEinthovenAndGoldberger() {
        for (var record : RECORDS) {
            var one = record.samples(Lead.I);
            var two = record.samples(Lead.II);
            assertArrayEquals(combined(one, -1, two, 1), record.samples(Lead.III), 1e-12);
            assertArrayEquals(combined(one, -0.5, two, -0.5), record.samples(Lead.AVR), 1e-12);
            assertArrayEquals(combined(one, 1, two, -0.5), record.samples(Lead.AVL), 1e-12);
            assertArrayEquals(combined(one, -0.5, two, 1), record.samples(Lead.AVF), 1e-12);
        }
    }

    /**
     * What a reader of twelve leads expects: mostly negative in V1, positive in V5, and amplitudes in the adult range.
     */
    @Test
    void theChestLeadsProgress() {
        for (var record : RECORDS) {
            for (var beat : inside(record, beat -> beat.symbol().equals("N"))) {
                assertTrue(record.samples(Lead.V1)[at(beat)] < 0, record.name());
                var five = record.samples(Lead.V5)[at(beat)];
                assertTrue(five > 0.4 && five < 2.6, record.name() + ": R of " + five + " mV in V5");
                break;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 10, 0})
    void theNoiseHasTheRatioAskedFor(double decibels) {
        var level = OptionalDouble.of(decibels);
        var noisy = new EcgGenerator(
                        POPULATION,
                        TWELVE,
                        new NoiseLevels(OptionalDouble.empty(), OptionalDouble.empty(), level, 50),
                        42)
                .record(1, 0, Progress.NONE);
        for (var lead : Lead.values()) {
            var clean = RECORDS.get(1).samples(lead);
            var with = noisy.samples(lead);
            var difference = combined(with, 1, clean, -1);
            assertEquals(decibels, 10 * Math.log10(variance(clean) / variance(difference)), 0.3, lead.label());
        }
        assertEquals(RECORDS.get(1).beats(), noisy.beats());
    }

    @Test
    void beatsCarryTheSymbolsOfTheirClasses() {
        var classes = new HashSet<AamiClass>();
        for (var record : RECORDS) {
            for (var beat : record.beats()) {
                classes.add(AamiClass.of(beat.symbol()).orElseThrow());
            }
        }
        assertEquals(EnumSet.of(AamiClass.N, AamiClass.S, AamiClass.V), classes);
    }

    @Test
    void theSameSeedGivesTheSameBitsInAnyOrder() {
        var again = new EcgGenerator(POPULATION, TWELVE, NoiseLevels.NONE, 42);
        for (var subject = POPULATION.subjects() - 1; subject >= 0; subject--) {
            var record = again.record(subject, 0, Progress.NONE);
            assertArrayEquals(RECORDS.get(subject).samples(Lead.V3), record.samples(Lead.V3));
            assertEquals(RECORDS.get(subject).beats(), record.beats());
        }
    }

    /** A data set made with an earlier version can be made again: change this figure only knowingly, and say so. */
    @Test
    void theBitsOfASeedStayTheSame() {
        var all = new NoiseLevels(OptionalDouble.of(10), OptionalDouble.of(20), OptionalDouble.of(15), 50);
        var record = new EcgGenerator(POPULATION, TWELVE, all, 42).record(1, 1, Progress.NONE);
        var sum = 0L;
        for (var lead : Lead.values()) {
            for (var sample : record.samples(lead)) {
                sum = 31 * sum + Double.doubleToLongBits(sample);
            }
        }
        assertEquals(1023302925305473293L, sum);
    }

    @Test
    void allRecordsAreHandedOverInOrder() {
        var names = new ArrayList<String>();
        var fractions = new ArrayList<Double>();
        new EcgGenerator(new Population(2, 2, 0, 0, 0), new RecordingForm(1, 100, List.of(Lead.I)), NoiseLevels.NONE, 1)
                .records((fraction, message) -> fractions.add(fraction), record -> names.add(record.name()));
        assertEquals(List.of("subject-001-1", "subject-001-2", "subject-002-1", "subject-002-2"), names);
        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertTrue(fractions.get(0) == 0 && fractions.get(fractions.size() - 1) <= 1);
    }

    @Test
    void aRecordDoesNotDependOnHowManyOthersThereAre() {
        var few = new EcgGenerator(new Population(3, 1, 0.5, 0.08, 0.12), TWELVE, NoiseLevels.NONE, 42);
        assertArrayEquals(
                RECORDS.get(2).samples(Lead.II), few.record(2, 0, Progress.NONE).samples(Lead.II));
    }

    @Test
    void anotherSeedAnotherSubjectAndAnotherRecordDiffer() {
        var firsts = new HashSet<Double>();
        firsts.add(RECORDS.get(0).samples(Lead.II)[500]);
        firsts.add(RECORDS.get(1).samples(Lead.II)[500]);
        firsts.add(CLEAN.record(0, 1, Progress.NONE).samples(Lead.II)[500]);
        firsts.add(new EcgGenerator(POPULATION, TWELVE, NoiseLevels.NONE, 43)
                .record(0, 0, Progress.NONE)
                .samples(Lead.II)[500]);
        assertEquals(4, firsts.size());
    }

    @Test
    void halfOfTheSubjectsAreAffectedAndTheLabelSaysSo() {
        assertEquals(6, RECORDS.stream().filter(SyntheticRecord::isAbnormal).count());
        for (var record : RECORDS) {
            assertEquals(record.beats().stream().anyMatch(beat -> !beat.symbol().equals("N")), record.isAbnormal());
        }
        var healthy = new EcgGenerator(new Population(5, 1, 0, 0.1, 0.1), TWELVE, NoiseLevels.NONE, 42);
        for (var subject = 0; subject < 5; subject++) {
            assertFalse(healthy.record(subject, 0, Progress.NONE).isAbnormal());
        }
    }

    @Test
    void theHeartRatesAreThoseOfPeopleAtRest() {
        var rates = new HashSet<Long>();
        for (var record : RECORDS) {
            var beats = record.beats();
            assertTrue(
                    beats.size() >= 16 && beats.size() <= 32, record.name() + ": " + beats.size() + " beats in 20 s");
            rates.add((long) beats.size());
        }
        assertTrue(rates.size() > 3, "subjects differ");
    }

    @Test
    void stopsWhenItIsNoLongerWanted() {
        var reports = new int[1];
        var progress = (Progress) (fraction, message) -> {
            if (++reports[0] == 3) {
                throw new CancellationException();
            }
        };
        var day = new EcgGenerator(POPULATION, new RecordingForm(20_000, RATE, List.of(Lead.II)), NoiseLevels.NONE, 42);
        var start = System.nanoTime();
        assertThrows(CancellationException.class, () -> day.record(0, 0, progress));
        assertTrue(System.nanoTime() - start < 1_000_000_000L, "within a second");
        assertEquals(3, reports[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | -360 | The sampling rate must be between 50 and 10000 Hz, but is -360 Hz.",
                "10 | NaN | The sampling rate must be between 50 and 10000 Hz",
                "0 | 360 | A record must last at least 1 s, but 0 s",
                "-5 | 360 | A record must last at least 1 s",
                "NaN | 360 | A record must last at least 1 s",
                "1e6 | 360 | A record of 1000000 s at 360 Hz has more than 10000000 samples."
            })
    void refusesAnImpossibleForm(double duration, double rate, String sentence) {
        var message = assertThrows(SignalException.class, () -> new RecordingForm(duration, rate, List.of(Lead.II)))
                .getMessage();
        assertTrue(message.startsWith(sentence), message);
    }

    @Test
    void refusesMissingOrRepeatedLeads() {
        assertThrows(SignalException.class, () -> new RecordingForm(10, 360, List.of()));
        assertThrows(SignalException.class, () -> new RecordingForm(10, 360, List.of(Lead.II, Lead.II)));
        assertThrows(SignalException.class, () -> new EcgGenerator(
                        POPULATION, new RecordingForm(10, 360, List.of(Lead.II)), NoiseLevels.NONE, 1)
                .record(0, 0, Progress.NONE)
                .samples(Lead.V1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 | 0.5 | 0.1 | 0.1 | The number of subjects must be between 1 and 1000000, but is 0.",
                "1 | -1 | 0.5 | 0.1 | 0.1 | The number of records per subject must be",
                "1 | 1 | 1.5 | 0.1 | 0.1 | The share of subjects with premature beats must be between 0 and 1",
                "1 | 1 | 0.5 | 0.2 | 0.2 | The shares of supraventricular and ventricular beats must not be",
                "1 | 1 | 0.5 | NaN | 0.2 | The shares of supraventricular and ventricular beats must not be"
            })
    void refusesAnImpossiblePopulation(
            int subjects, int records, double affected, double supraventricular, double ventricular, String sentence) {
        var message = assertThrows(
                        SignalException.class,
                        () -> new Population(subjects, records, affected, supraventricular, ventricular))
                .getMessage();
        assertTrue(message.startsWith(sentence), message);
    }

    @Test
    void refusesMainsThatTheRateCannotHold() {
        var levels = new NoiseLevels(OptionalDouble.empty(), OptionalDouble.of(20), OptionalDouble.empty(), 50);
        var form = new RecordingForm(10, 100, List.of(Lead.II));
        var message = assertThrows(SignalException.class, () -> new EcgGenerator(POPULATION, form, levels, 1))
                .getMessage();
        assertTrue(message.startsWith("Mains interference of 50 Hz needs a sampling rate above 100 Hz"), message);
    }

    @Test
    void refusesASubjectThatDoesNotExist() {
        assertThrows(SignalException.class, () -> CLEAN.record(12, 0, Progress.NONE));
        assertThrows(SignalException.class, () -> CLEAN.record(0, 2, Progress.NONE));
        assertThrows(SignalException.class, () -> CLEAN.record(-1, 0, Progress.NONE));
    }

    private static boolean isVentricular(Annotation beat) {
        return beat.symbol().equals("V");
    }

    private static int at(Annotation beat) {
        return (int) beat.sample();
    }

    private interface BeatCheck {
        void check(SyntheticRecord record, Annotation beat);
    }

    private static void forEachBeat(Predicate<Annotation> wanted, BeatCheck check) {
        var seen = 0;
        for (var record : RECORDS) {
            for (var beat : inside(record, wanted)) {
                check.check(record, beat);
                seen++;
            }
        }
        assertTrue(seen > 15, "only " + seen + " beats checked");
    }

    private static List<Annotation> inside(SyntheticRecord record, Predicate<Annotation> wanted) {
        var length = record.samples(Lead.II).length;
        return record.beats().stream()
                .filter(beat -> wanted.test(beat) && at(beat) > 0.2 * RATE && at(beat) < length - 0.4 * RATE)
                .toList();
    }

    /** The lead in which this beat is highest, where a reader would look for its peak. */
    private static double[] largestLead(SyntheticRecord record, Annotation beat) {
        var largest = record.samples(Lead.I);
        for (var lead : Lead.values()) {
            var samples = record.samples(lead);
            if (Math.abs(samples[at(beat)]) > Math.abs(largest[at(beat)])) {
                largest = samples;
            }
        }
        return largest;
    }

    private static int extreme(double[] samples, int about, int reach) {
        var sign = Math.signum(samples[about]);
        var best = about;
        for (var i = Math.max(0, about - reach); i <= Math.min(samples.length - 1, about + reach); i++) {
            if (sign * samples[i] > sign * samples[best]) {
                best = i;
            }
        }
        return best;
    }

    /** How long the heart's vector moves fast: the QRS duration as measured over all leads. */
    private static double width(SyntheticRecord record, Annotation beat) {
        var one = record.samples(Lead.I);
        var two = record.samples(Lead.AVF);
        var three = record.samples(Lead.V2);
        var reach = (int) (0.14 * RATE);
        var speeds = new double[2 * reach];
        var fastest = 0.0;
        for (var i = 0; i < speeds.length; i++) {
            var at = at(beat) - reach + i;
            if (at > 0) {
                speeds[i] =
                        Math.hypot(Math.hypot(one[at] - one[at - 1], two[at] - two[at - 1]), three[at] - three[at - 1]);
                fastest = Math.max(fastest, speeds[i]);
            }
        }
        var start = reach;
        while (start > 0 && anyFast(speeds, start - 5, start, 0.1 * fastest)) {
            start--;
        }
        var end = reach;
        while (end < speeds.length && anyFast(speeds, end, end + 5, 0.1 * fastest)) {
            end++;
        }
        return end - start;
    }

    private static boolean anyFast(double[] speeds, int from, int to, double limit) {
        for (var i = Math.max(0, from); i < Math.min(speeds.length, to); i++) {
            if (speeds[i] > limit) {
                return true;
            }
        }
        return false;
    }

    private static double[] combined(double[] a, double ofA, double[] b, double ofB) {
        var sum = new double[a.length];
        for (var i = 0; i < sum.length; i++) {
            sum[i] = ofA * a[i] + ofB * b[i];
        }
        return sum;
    }

    private static double variance(double[] values) {
        var mean = 0.0;
        for (var value : values) {
            mean += value / values.length;
        }
        var sum = 0.0;
        for (var value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }
}
