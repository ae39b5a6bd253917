package org.ecgdistill.signal.synthesis;

import java.util.List;

/** The shapes of one person's beats. */
record Morphology(List<Wave> normal, List<Wave> supraventricular, List<Wave> ventricular) {

    Morphology {
        normal = List.copyOf(normal);
        supraventricular = List.copyOf(supraventricular);
        ventricular = List.copyOf(ventricular);
    }

    List<Wave> waves(final BeatType type) {
        return switch (type) {
            case NORMAL -> normal;
            case SUPRAVENTRICULAR -> supraventricular;
            case VENTRICULAR -> ventricular;
        };
    }
}
