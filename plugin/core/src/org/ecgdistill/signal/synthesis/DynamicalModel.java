package org.ecgdistill.signal.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.common.Progress;

/**
 * The dynamical model of McSharry, Clifford, Tarassenko and Smith (IEEE Trans. Biomed. Eng. 50(3), 2003): a point runs
 * round a limit cycle in the (x, y) plane, once per heartbeat, and is pulled off the plane by each P, Q, R, S and T
 * event that it passes:
 *
 * <pre>
 * x' = αx − ωy,  y' = αy + ωx,  α = 1 − √(x² + y²)
 * z' = − Σ a (ω / b²) Δθ exp(−Δθ² / 2b²) − z
 * </pre>
 *
 * <p>z is a vector here, as in Sameni, Clifford, Jutten and Shamsollahi (EURASIP J. Adv. Signal Process. 2007, 43407),
 * whose factor ω/b² makes a the height of the event in mV whatever the heart rate; each lead is a projection of z. The
 * events' angles θ and widths b follow from their times and the local angular velocity ω, so that a QRS complex keeps
 * its duration when the beat comes early. Fourth-order Runge–Kutta, in steps of at most 4 ms.
 */
final class DynamicalModel {

    /** Seconds before the first sample in which the error of the start dies away (time constant 1 s). */
    static final double RUN_IN = 3;

    private static final double LONGEST_STEP = 0.004;
    private static final double NEGLIGIBLE = 5.5;
    private static final int SAMPLES_PER_REPORT = 2048;

    private final List<Beat> beats;
    private final Morphology morphology;
    private final RandomStream random;
    private final CardiacPhase phase;
    private final List<Event> near = new ArrayList<>();
    private int nextBeat = 1;
    private int beat;

    /** x, y and the three components of z. */
    private final double[] state = new double[5];

    /** The angle of (x, y), counted on over the turns. */
    private double turned;

    private final double[] slope1 = new double[5];
    private final double[] slope2 = new double[5];
    private final double[] slope3 = new double[5];
    private final double[] slope4 = new double[5];
    private final double[] trial = new double[5];
    private Event[] active = {};
    private int actives;

    /**
     * @param beats from before {@link #RUN_IN} until a second after the last sample
     * @param random for the small differences in height between a person's beats
     */
    DynamicalModel(List<Beat> beats, Morphology morphology, RandomStream random) {
        this.beats = beats;
        this.morphology = morphology;
        this.random = random;
        this.phase = new CardiacPhase(beats);
    }

    /** The potentials (mV) of each lead at the times 0, 1/rate, 2/rate …; to be called once. */
    double[][] run(double rate, int samples, LeadField field, int leads, Progress progress) {
        var stepsPerSample = (int) Math.ceil(1 / (rate * LONGEST_STEP));
        var step = 1 / (rate * stepsPerSample);
        var first = -(int) Math.ceil(RUN_IN * rate);
        var potentials = new double[leads][samples];
        start(first / rate);
        for (var sample = first; sample < samples; sample++) {
            if (sample >= 0) {
                for (var lead = 0; lead < leads; lead++) {
                    potentials[lead][sample] = field.potential(lead, state[2], state[3], state[4]);
                }
            }
            if ((sample - first) % SAMPLES_PER_REPORT == 0) {
                progress.report((double) (sample - first) / (samples - first), "Integrating the heart's vector");
            }
            for (var i = 0; i < stepsPerSample; i++) {
                step(sample / rate + i * step, step);
            }
        }
        return potentials;
    }

    private void start(double time) {
        beat = phase.beatBefore(time, 0);
        turned = phase.phase(beat, time);
        state[0] = StrictMath.cos(turned);
        state[1] = StrictMath.sin(turned);
        settle(time);
    }

    /**
     * Starts z near where it would have come to: the relaxation term takes the mean away in the long run, so z is the
     * sum of the events here less their mean over a beat.
     */
    private void settle(double time) {
        gather(time);
        var areas = Math.sqrt(2 * Math.PI) * phase.velocity(beat, time) / (2 * Math.PI);
        for (var wave : morphology.normal()) {
            add(wave.peak(), -areas * wave.width());
        }
        for (var event : near) {
            var distance = turned - event.angle;
            add(event.peak, StrictMath.exp(-0.5 * distance * distance * event.inverseSquare));
        }
    }

    private void add(Dipole peak, double factor) {
        state[2] += factor * peak.left();
        state[3] += factor * peak.down();
        state[4] += factor * peak.back();
    }

    private void step(double time, double step) {
        gather(time);
        beat = phase.beatBefore(time, beat);
        var middleBeat = phase.beatBefore(time + step / 2, beat);
        var lastBeat = phase.beatBefore(time + step, middleBeat);
        var middleVelocity = phase.velocity(middleBeat, time + step / 2);
        select(1.5 * middleVelocity * step);

        slope(state, phase.velocity(beat, time), slope1);
        slope(moved(slope1, step / 2), middleVelocity, slope2);
        slope(moved(slope2, step / 2), middleVelocity, slope3);
        slope(moved(slope3, step), phase.velocity(lastBeat, time + step), slope4);
        for (var i = 0; i < state.length; i++) {
            trial[i] = state[i] + step / 6 * (slope1[i] + 2 * slope2[i] + 2 * slope3[i] + slope4[i]);
        }
        turned += turn(trial);
        System.arraycopy(trial, 0, state, 0, state.length);
    }

    private double[] moved(double[] slope, double step) {
        for (var i = 0; i < state.length; i++) {
            trial[i] = state[i] + step * slope[i];
        }
        return trial;
    }

    private void slope(double[] at, double velocity, double[] slope) {
        var x = at[0];
        var y = at[1];
        var pull = 1 - Math.sqrt(x * x + y * y);
        slope[0] = pull * x - velocity * y;
        slope[1] = pull * y + velocity * x;
        slope[2] = -at[2];
        slope[3] = -at[3];
        slope[4] = -at[4];
        var angle = turned + turn(at);
        for (var i = 0; i < actives; i++) {
            active[i].push(angle, velocity, slope);
        }
    }

    /**
     * The angle from the state to a point at most a step away: the arctangent of cross product over dot product, as a
     * series, because the angle is below 0.1 and four calls of atan2 per step would take most of the time.
     */
    private double turn(double[] at) {
        var tangent = (state[0] * at[1] - state[1] * at[0]) / (state[0] * at[0] + state[1] * at[1]);
        var square = tangent * tangent;
        return tangent * (1 - square * (1.0 / 3 - square * (1.0 / 5 - square * (1.0 / 7 - square / 9))));
    }

    /** Picks the events within reach, give or take an angle. */
    private void select(double margin) {
        actives = 0;
        if (active.length < near.size()) {
            active = new Event[near.size()];
        }
        for (var i = 0; i < near.size(); i++) {
            var event = near.get(i);
            if (Math.abs(turned - event.angle) < event.reach + margin) {
                active[actives++] = event;
            }
        }
    }

    /** Keeps the events of the beats around a time. */
    private void gather(double time) {
        while (nextBeat < beats.size() - 1 && beats.get(nextBeat).time() < time + 1) {
            near.removeIf(event -> event.angle + event.reach < turned);
            var interval = beats.get(nextBeat).time() - beats.get(nextBeat - 1).time();
            var usual = (beats.get(nextBeat).time()
                            - beats.get(Math.max(0, nextBeat - 4)).time())
                    / Math.min(4, nextBeat);
            // No two beats of a heart are equally high; 3 % is the effect of breathing alone.
            var height = random.normalWithinTwo(1, 0.03);
            for (var wave : morphology.waves(beats.get(nextBeat).type())) {
                near.add(event(wave.at((interval + usual) / 2), height));
            }
            nextBeat++;
        }
    }

    private Event event(Wave wave, double height) {
        var centre = beats.get(nextBeat).time() + wave.offset();
        var before = phase.beatBefore(centre, Math.max(0, nextBeat - 2));
        return new Event(
                phase.phase(before, centre),
                wave.width() * phase.velocity(before, centre),
                wave.peak().scaled(height));
    }

    /** A wave of one beat, in angles. */
    private static final class Event {
        private final double angle;
        private final double inverseSquare;
        private final double reach;
        private final Dipole peak;

        Event(double angle, double width, Dipole peak) {
            this.angle = angle;
            this.inverseSquare = 1 / (width * width);
            this.reach = NEGLIGIBLE * width;
            this.peak = peak;
        }

        /** Adds the event's pull on z. */
        void push(double at, double velocity, double[] slope) {
            var distance = at - angle;
            var scaled = distance * inverseSquare;
            var push = -velocity * scaled * StrictMath.exp(-0.5 * distance * scaled);
            slope[2] += push * peak.left();
            slope[3] += push * peak.down();
            slope[4] += push * peak.back();
        }
    }
}
