package org.ecgdistill.signal.synthesis;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ecgdistill.signal.synthesis.Wave.Part;

/**
 * What a block of one bundle branch does to a person's conducted beats. The ventricle beyond the block is activated
 * late, from muscle cell to muscle cell, so the QRS complex is about as wide as that of a ventricular beat, but a P
 * wave comes before it (Surawicz and others, "AHA/ACCF/HRS recommendations for the standardization and interpretation
 * of the electrocardiogram, part III", Circulation 119, 2009). AAMI counts such beats as normal.
 */
enum BundleBranchBlock {

    /** Broad notched R waves to the left and the back, no septal vector, a T wave against the QRS complex. */
    LEFT("L") {
        @Override
        List<Wave> conducted(List<Wave> waves, double size, double pace) {
            var main = new Dipole(0.80, 0.55, 0.60).scaled(size);
            var late = new Dipole(0.65, 0.30, 0.70).scaled(size);
            var ventricles = List.of(
                    new Wave(Part.VENTRICULAR, -0.034 * pace, 0.013 * pace, main.scaled(0.5)),
                    new Wave(Part.VENTRICULAR, 0, 0.016 * pace, main),
                    new Wave(Part.VENTRICULAR, 0.037 * pace, 0.015 * pace, late),
                    new Wave(Part.RECOVERY, 0.270, 0.055, main.scaled(-0.12)),
                    new Wave(Part.RECOVERY, 0.335, 0.040, main.scaled(-0.25)));
            return joined(waves, wave -> wave.part() == Part.ATRIAL, ventricles);
        }
    },

    /** A normal start, then a slow vector to the right and the front. */
    RIGHT("R") {
        @Override
        List<Wave> conducted(List<Wave> waves, double size, double pace) {
            var late = new Dipole(-0.45, -0.15, -0.60).scaled(size);
            return joined(waves, wave -> true, List.of(new Wave(Part.VENTRICULAR, 0.056 * pace, 0.016 * pace, late)));
        }
    };

    private final String symbol;

    BundleBranchBlock(String symbol) {
        this.symbol = symbol;
    }

    /** The symbol of such a beat in annotation files. */
    String symbol() {
        return symbol;
    }

    /** A person's beats with this block: those from the atria change, those from the ventricles do not. */
    Morphology of(Morphology morphology, RandomStream random) {
        var size = random.normalWithinTwo(1, 0.15);
        var pace = random.normalWithinTwo(1, 0.08);
        return new Morphology(
                conducted(morphology.normal(), size, pace),
                conducted(morphology.supraventricular(), size, pace),
                morphology.ventricular());
    }

    abstract List<Wave> conducted(List<Wave> waves, double size, double pace);

    private static List<Wave> joined(List<Wave> waves, Predicate<Wave> kept, List<Wave> more) {
        return Stream.concat(waves.stream().filter(kept), more.stream()).toList();
    }
}
