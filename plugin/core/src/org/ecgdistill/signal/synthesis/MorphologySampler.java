package org.ecgdistill.signal.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ecgdistill.signal.synthesis.Wave.Part;

/**
 * Draws the beat shapes of a person: a textbook heart whose axis, amplitudes, widths and intervals vary within what is
 * seen in adults (Macfarlane and Lawrie, "Comprehensive Electrocardiology", normal limits). Vectors are in mV on
 * Frank's axes, so that the septal, main and basal vectors give the small r and deep S of V1, the tall R of V5 and the
 * rest of the twelve leads without further rules.
 */
final class MorphologySampler {

    private final RandomStream random;

    MorphologySampler(RandomStream random) {
        this.random = random;
    }

    Morphology draw() {
        var axis = Math.toRadians(random.normalWithinTwo(0, 18));
        var rotation = Math.toRadians(random.normalWithinTwo(0, 12));
        var ventricles = qrs();
        var recovery = recovery();
        var normal = turned(joined(atria(), ventricles, recovery), axis, rotation);
        var premature = turned(joined(ectopicAtria(), ventricles, recovery), axis, rotation);
        return new Morphology(normal, premature, ectopicVentricles());
    }

    private List<Wave> atria() {
        var size = random.normalWithinTwo(1, 0.2);
        var onset = random.normalWithinTwo(-0.160, 0.015);
        return List.of(
                new Wave(Part.ATRIAL, onset - 0.013, 0.018, new Dipole(0.035, 0.065, -0.045).scaled(size)),
                new Wave(Part.ATRIAL, onset + 0.017, 0.018, new Dipole(0.050, 0.060, 0.045).scaled(size)));
    }

    /** The P wave of an atrial focus: from low in the atrium (turned over), from high (peaked), or hidden. */
    private List<Wave> ectopicAtria() {
        var offset = random.uniform(-0.150, -0.115);
        var origin = random.uniform();
        if (origin < 0.45) {
            return List.of(new Wave(Part.ATRIAL, offset, 0.019, new Dipole(0.02, -0.11, 0.01)));
        }
        if (origin < 0.75) {
            return List.of(new Wave(Part.ATRIAL, offset, 0.014, new Dipole(-0.04, 0.14, -0.03)));
        }
        return List.of();
    }

    private List<Wave> qrs() {
        var size = random.normalWithinTwo(1, 0.2);
        var pace = random.normalWithinTwo(1, 0.08);
        var septum = random.uniform(0.4, 1.3);
        var base = random.uniform(0.4, 1.5);
        return List.of(
                new Wave(
                        Part.VENTRICULAR,
                        -0.024 * pace,
                        0.0080 * pace,
                        new Dipole(-0.14, -0.06, -0.17).scaled(size * septum)),
                new Wave(Part.VENTRICULAR, 0, 0.0115 * pace, new Dipole(1.00, 0.85, 0.30).scaled(size)),
                new Wave(
                        Part.VENTRICULAR,
                        0.025 * pace,
                        0.0100 * pace,
                        new Dipole(-0.16, -0.20, 0.40).scaled(size * base)));
    }

    private List<Wave> recovery() {
        var size = random.normalWithinTwo(1, 0.25);
        var offset = random.normalWithinTwo(0.310, 0.015);
        var vector = new Dipole(0.26, 0.20, -0.16).scaled(size);
        // Two events, because a T wave rises slowly and falls fast.
        return List.of(
                new Wave(Part.RECOVERY, offset - 0.060, 0.050, vector.scaled(0.40)),
                new Wave(Part.RECOVERY, offset, 0.032, vector.scaled(0.85)));
    }

    /**
     * A ventricular beat spreads from muscle cell to muscle cell: wide and tall, without a P wave, with a T wave
     * against the main deflection. Its focus lies in the right outflow tract (left bundle branch block pattern, axis
     * downwards) or in the left ventricle (right bundle branch block pattern, axis upwards or downwards).
     */
    private List<Wave> ectopicVentricles() {
        var size = random.uniform(1.1, 1.7);
        var pace = random.normalWithinTwo(1, 0.08);
        Dipole main;
        if (random.uniform() < 0.55) {
            main = new Dipole(0.55, 0.95, 0.60);
        } else {
            main = new Dipole(-0.45, random.uniform() < 0.5 ? -0.95 : 0.80, -0.60);
        }
        main = main.turnedFrontally(Math.toRadians(random.normalWithinTwo(0, 12)))
                .scaled(size);
        var notch =
                main.turnedHorizontally(Math.toRadians(random.uniform(25, 60))).scaled(random.uniform(0.25, 0.5));
        var recovery = main.scaled(-random.uniform(0.28, 0.42));
        return List.of(
                new Wave(Part.VENTRICULAR, 0, 0.026 * pace, main),
                new Wave(Part.VENTRICULAR, 0.058 * pace, 0.022 * pace, notch),
                new Wave(Part.RECOVERY, 0.270, 0.055, recovery.scaled(0.4)),
                new Wave(Part.RECOVERY, 0.335, 0.042, recovery.scaled(0.8)));
    }

    private static List<Wave> joined(List<Wave> first, List<Wave> second, List<Wave> third) {
        return Stream.of(first, second, third).flatMap(List::stream).toList();
    }

    private static List<Wave> turned(List<Wave> waves, double frontally, double horizontally) {
        var turned = new ArrayList<Wave>();
        for (var wave : waves) {
            var peak = wave.peak().turnedFrontally(frontally).turnedHorizontally(horizontally);
            turned.add(new Wave(wave.part(), wave.offset(), wave.width(), peak));
        }
        return turned;
    }
}
