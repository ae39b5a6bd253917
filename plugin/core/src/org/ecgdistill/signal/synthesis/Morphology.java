package org.ecgdistill.signal.synthesis;

import java.util.List;
import java.util.stream.Stream;
import org.ecgdistill.signal.synthesis.Wave.Part;

/** The shapes of one person's beats. */
record Morphology(List<Wave> normal, List<Wave> supraventricular, List<Wave> ventricular) {

    Morphology {
        normal = List.copyOf(normal);
        supraventricular = List.copyOf(supraventricular);
        ventricular = List.copyOf(ventricular);
    }

    /**
     * With ventricular beats that spread in part through the bundle branches, as those do whose focus lies near them or
     * that meet a sinus beat on its way: the sum of an ectopic and a normal beat, without the P wave.
     *
     * @param share of the normal beat in it, 0 to 1
     */
    Morphology fused(double share) {
        if (share == 0) {
            return this;
        }
        var conducted =
                normal.stream().filter(wave -> wave.part() != Part.ATRIAL).map(wave -> wave.scaled(share));
        var ectopic = ventricular.stream().map(wave -> wave.scaled(1 - share));
        return new Morphology(
                normal, supraventricular, Stream.concat(ectopic, conducted).toList());
    }

    List<Wave> waves(BeatType type) {
        return switch (type) {
            case NORMAL -> normal;
            case SUPRAVENTRICULAR -> supraventricular;
            case VENTRICULAR -> ventricular;
        };
    }
}
