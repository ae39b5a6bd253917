package org.ecgdistill.signal.synthesis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.Annotation;
import org.ecgdistill.signal.Lead;
import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hearts that are not as in a textbook: bundle branch blocks, and premature beats that look like normal ones. */
class AtypicalHeartsTest {

    private static final double RATE = 500;
    private static final List<Lead> LEADS = List.of(Lead.I, Lead.AVF, Lead.V2, Lead.V6);
    private static final List<SyntheticRecord> TEXTBOOK = records(new Population(12, 1, 0.5, 0.1, 0.15));
    private static final List<SyntheticRecord> BLOCKED = records(new Population(12, 1, 0.5, 0.1, 0.15, 1, 0));
    private static final List<SyntheticRecord> ALIKE = records(new Population(12, 1, 0.5, 0.1, 0.15, 0, 1));

    private static List<SyntheticRecord> records(Population population) {
        var generator = new EcgGenerator(population, new RecordingForm(20, RATE, LEADS), NoiseLevels.NONE, 42);
        return IntStream.range(0, population.subjects())
                .mapToObj(subject -> generator.record(subject, 0, Progress.NONE))
                .toList();
    }

    /** 120 ms and more: what defines a complete block (AHA/ACCF/HRS 2009). */
    @Test
    void conductedBeatsWithABlockAreWide() {
        var seen = 0;
        for (var record : BLOCKED) {
            for (var beat : inside(record, "LR")) {
                var milliseconds = 1000 * width(record, beat) / RATE;
                assertTrue(milliseconds >= 120, record.name() + ": " + milliseconds + " ms");
                assertTrue(milliseconds < 200, record.name() + ": " + milliseconds + " ms");
                seen++;
            }
        }
        assertTrue(seen > 100, seen + " beats");
    }

    /** The last part of the QRS complex points to the left with a left block, to the right with a right one. */
    @Test
    void aBlockIsSeenWhereAReaderLooksForIt() {
        for (var record : BLOCKED) {
            var beat = inside(record, "LR").get(0);
            var late = (int) (beat.sample() + 0.06 * RATE);
            var before = (int) (beat.sample() - 0.1 * RATE);
            var left = record.samples(Lead.V6);
            assertEquals(beat.symbol().equals("L"), left[late] > left[before], record.name() + " " + beat.symbol());
        }
        var symbols = BLOCKED.stream()
                .map(record -> inside(record, "LR").get(0).symbol())
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of("L", "R"), symbols);
    }

    @Test
    void aBlockAloneDoesNotMakeARecordAbnormal() {
        for (var i = 0; i < BLOCKED.size(); i++) {
            assertEquals(TEXTBOOK.get(i).isAbnormal(), BLOCKED.get(i).isAbnormal());
            assertFalse(BLOCKED.get(i).beats().stream()
                    .anyMatch(beat -> beat.symbol().equals("N")));
        }
    }

    @Test
    void theShareOfSubjectsWithABlockIsThatAskedFor() {
        var records = records(new Population(20, 1, 0, 0, 0, 0.25, 0));
        var blocked = records.stream()
                .filter(record -> "LR".contains(record.beats().get(0).symbol()))
                .count();
        assertEquals(5, blocked);
    }

    /** Nobody's heart changes because somebody else's does. */
    @Test
    void heartsWithoutABlockStayAsTheyAre() {
        var some = records(new Population(12, 1, 0.5, 0.1, 0.15, 0.25, 0));
        for (var i = 0; i < some.size(); i++) {
            if (some.get(i).beats().get(0).symbol().equals("N")) {
                assertArrayEquals(TEXTBOOK.get(i).samples(Lead.I), some.get(i).samples(Lead.I));
            }
        }
    }

    @Test
    void ventricularBeatsThatAreAlikeComeLaterAndAreNarrower() {
        var times = new ArrayList<Double>();
        var differences = new ArrayList<Double>();
        for (var i = 0; i < ALIKE.size(); i++) {
            var likeness = RandomStream.of(42, 6, i).uniform();
            var alike = couplings(ALIKE.get(i));
            var textbook = couplings(TEXTBOOK.get(i));
            if (!alike.isEmpty() && !textbook.isEmpty()) {
                times.add(likeness);
                differences.add(mean(alike) - mean(textbook));
                assertTrue(mean(alike) < 0.95, "still before the next sinus beat");
            }
        }
        assertTrue(times.size() >= 5, times.size() + " subjects");
        for (var i = 0; i < times.size(); i++) {
            assertTrue(differences.get(i) > 0.1 * times.get(i), differences.get(i) + " at " + times.get(i));
        }
    }

    /** How unlike a person's ventricular and normal beats are, on average over persons: less where likeness is asked for. */
    @Test
    void ventricularBeatsThatAreAlikeLookLikeNormalOnes() {
        assertTrue(unlikeness(ALIKE) < 0.75 * unlikeness(TEXTBOOK), unlikeness(ALIKE) + " " + unlikeness(TEXTBOOK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.1 | 0 | The share of subjects with a bundle branch block must be between 0 and 1, but is 1.1.",
                "NaN | 0 | The share of subjects with a bundle branch block must be between 0 and 1, but is NaN.",
                "0 | -0.1 | The likeness of premature and normal beats must be between 0 and 1, but is -0.1."
            })
    void refusesAnImpossiblePopulation(double blocked, double likeness, String sentence) {
        assertEquals(
                sentence,
                assertThrows(SignalException.class, () -> new Population(1, 1, 0, 0, 0, blocked, likeness))
                        .getMessage());
    }

    private static double unlikeness(List<SyntheticRecord> records) {
        var sum = 0.0;
        var persons = 0;
        for (var record : records) {
            var ectopic = inside(record, "V");
            if (ectopic.isEmpty()) {
                continue;
            }
            var one = window(record, ectopic.get(0));
            var other = window(record, inside(record, "N").get(0));
            var apart = 0.0;
            var size = 0.0;
            for (var i = 0; i < one.length; i++) {
                apart += (one[i] - other[i]) * (one[i] - other[i]);
                size += other[i] * other[i];
            }
            sum += Math.sqrt(apart / size);
            persons++;
        }
        assertTrue(persons >= 5, persons + " persons");
        return sum / persons;
    }

    private static double[] window(SyntheticRecord record, Annotation beat) {
        var samples = record.samples(Lead.AVF);
        var from = (int) (beat.sample() - 0.1 * RATE);
        return IntStream.range(0, (int) (0.25 * RATE))
                .mapToDouble(i -> samples[from + i])
                .toArray();
    }

    /** Each ventricular beat's distance from the beat before it, as a share of half the distance to the one after it. */
    private static List<Double> couplings(SyntheticRecord record) {
        var beats = record.beats();
        var couplings = new ArrayList<Double>();
        for (var i = 1; i < beats.size() - 1; i++) {
            if (beats.get(i).symbol().equals("V")) {
                var around = beats.get(i + 1).sample() - beats.get(i - 1).sample();
                couplings.add(2.0 * (beats.get(i).sample() - beats.get(i - 1).sample()) / around);
            }
        }
        return couplings;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    private static List<Annotation> inside(SyntheticRecord record, String symbols) {
        var length = record.samples(Lead.I).length;
        return record.beats().stream()
                .filter(beat -> symbols.contains(beat.symbol())
                        && beat.sample() > 0.2 * RATE
                        && beat.sample() < length - 0.4 * RATE)
                .toList();
    }

    /** From the first to the last moment at which the heart's vector moves fast, in samples. */
    private static int width(SyntheticRecord record, Annotation beat) {
        var leads =
                List.of(Lead.I, Lead.AVF, Lead.V2).stream().map(record::samples).toList();
        var reach = (int) (0.14 * RATE);
        var speeds = IntStream.range(-reach, reach)
                .mapToDouble(i -> leads.stream()
                        .mapToDouble(lead -> {
                            var at = (int) beat.sample() + i;
                            return (lead[at] - lead[at - 1]) * (lead[at] - lead[at - 1]);
                        })
                        .sum())
                .map(Math::sqrt)
                .toArray();
        var limit = 0.1
                * IntStream.range(0, speeds.length)
                        .mapToDouble(i -> speeds[i])
                        .max()
                        .orElseThrow();
        var fast =
                IntStream.range(0, speeds.length).filter(i -> speeds[i] > limit).toArray();
        return fast[fast.length - 1] - fast[0];
    }
}
