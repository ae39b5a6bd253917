package org.ecgdistill.signal.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.Annotation;
import org.ecgdistill.signal.SignalException;

/**
 * Makes the records of a population, one at a time and in any order: each depends only on the settings, the seed and
 * its own numbers.
 */
public final class EcgGenerator {

    private static final int PERSON = 0;
    private static final int RHYTHM = 1;
    private static final int HEIGHTS = 2;
    private static final int NOISE = 3;
    private static final int AFFECTED = 4;
    private static final int BLOCK = 5;
    private static final int LIKENESS = 6;

    private final Population population;
    private final RecordingForm form;
    private final NoiseLevels noise;
    private final long seed;

    public EcgGenerator(Population population, RecordingForm form, NoiseLevels noise, long seed) {
        noise.checkRate(form.rate());
        this.population = population;
        this.form = form;
        this.noise = noise;
        this.seed = seed;
    }

    /** Makes all records, subject by subject, and hands each over before the next is made. */
    public void records(Progress progress, Consumer<SyntheticRecord> receiver) {
        var total = (double) population.subjects() * population.recordsPerSubject();
        for (var subject = 0; subject < population.subjects(); subject++) {
            for (var record = 0; record < population.recordsPerSubject(); record++) {
                var done = (double) subject * population.recordsPerSubject() + record;
                receiver.accept(record(subject, record, progress.part(done / total, (done + 1) / total)));
            }
        }
    }

    /**
     * One record of one subject.
     *
     * @param subject from 0
     * @param record of this subject, from 0
     */
    public SyntheticRecord record(int subject, int record, Progress progress) {
        if (subject < 0 || subject >= population.subjects() || record < 0 || record >= population.recordsPerSubject()) {
            throw new SignalException(
                    "There is no record " + record + " of subject " + subject + ": the population has "
                            + population.subjects() + " subjects with " + population.recordsPerSubject()
                            + " records each, counted from 0.");
        }
        var person = RandomStream.of(seed, PERSON, subject);
        var likeness = RandomStream.of(seed, LIKENESS, subject).uniform(0, population.likeness());
        var block = block(subject);
        var drawn = new MorphologySampler(person).draw();
        var morphology = block.map(kind -> kind.of(drawn, RandomStream.of(seed, BLOCK, subject, 1)))
                .orElse(drawn)
                .fused(likeness);
        var rhythm = rhythm(subject, person, likeness);

        var margin = 4 * rhythm.sinus().mean();
        var beats = rhythm.beats(
                -DynamicalModel.RUN_IN - margin,
                form.duration() + margin,
                RandomStream.of(seed, RHYTHM, subject, record));
        var samples = new DynamicalModel(beats, morphology, RandomStream.of(seed, HEIGHTS, subject, record))
                .run(
                        form.rate(),
                        form.samples(),
                        new LeadField(form.leads()),
                        form.leads().size(),
                        progress.part(0, 0.8));
        var noises = new RecordNoise(
                noise,
                form.samples(),
                form.rate(),
                RandomStream.of(seed, NOISE, subject, record),
                progress.part(0.8, 0.9));
        for (var lead = 0; lead < samples.length; lead++) {
            progress.report(0.9 + 0.1 * lead / samples.length, "Adding noise");
            samples[lead] = noises.addTo(samples[lead], form.leads().get(lead));
        }
        var name = String.format(Locale.ROOT, "subject-%03d", subject + 1);
        return new SyntheticRecord(name + "-" + (record + 1), name, form, samples, annotations(beats, block));
    }

    private Rhythm rhythm(int subject, RandomStream person, double likeness) {
        var mean = 60 / person.normalWithinTwo(72, 9);
        var sinus = new RrProcess(
                mean, mean * person.uniform(0.02, 0.06), 0.1, person.uniform(0.2, 0.32), person.uniform(0.4, 1.5));
        var spread = person.uniform(1 - Population.SPREAD, 1 + Population.SPREAD);
        var share = chosen(AFFECTED, population.affectedShare(), subject) ? spread : 0;
        return new Rhythm(
                sinus, share * population.supraventricularShare(), share * population.ventricularShare(), likeness);
    }

    /** Every n-th subject, not each at random, so that even a small population has the requested share. */
    private boolean chosen(int what, double share, int subject) {
        var start = RandomStream.of(seed, what).uniform();
        return Math.floor(start + share * (subject + 1)) > Math.floor(start + share * subject);
    }

    private Optional<BundleBranchBlock> block(int subject) {
        if (!chosen(BLOCK, population.blockedShare(), subject)) {
            return Optional.empty();
        }
        var isLeft = RandomStream.of(seed, BLOCK, subject, 0).uniform() < 0.5;
        return Optional.of(isLeft ? BundleBranchBlock.LEFT : BundleBranchBlock.RIGHT);
    }

    private List<Annotation> annotations(List<Beat> beats, Optional<BundleBranchBlock> block) {
        var annotations = new ArrayList<Annotation>();
        for (var beat : beats) {
            var sample = Math.round(beat.time() * form.rate());
            if (sample >= 0 && sample < form.samples()) {
                var symbol = beat.type() == BeatType.NORMAL
                        ? block.map(BundleBranchBlock::symbol).orElse(BeatType.NORMAL.symbol())
                        : beat.type().symbol();
                annotations.add(Annotation.beat(sample, symbol));
            }
        }
        return annotations;
    }
}
