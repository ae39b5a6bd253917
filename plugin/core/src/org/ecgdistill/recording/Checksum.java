package org.ecgdistill.recording;

import java.util.Optional;

/**
 * Whether a signal's samples add up to the checksum in its file.
 *
 * @param problem what is wrong and what to do, if the checksum is wrong
 */
public record Checksum(State state, Optional<String> problem) {

    public static final Checksum CORRECT = new Checksum(State.CORRECT, Optional.empty());
    public static final Checksum NOT_GIVEN = new Checksum(State.NOT_GIVEN, Optional.empty());
    public static final Checksum NOT_CHECKED = new Checksum(State.NOT_CHECKED, Optional.empty());

    public static Checksum wrong(String problem) {
        return new Checksum(State.WRONG, Optional.of(problem));
    }

    /** What is known of the checksum. */
    public enum State {
        CORRECT,
        WRONG,
        /** The file states no checksum. */
        NOT_GIVEN,
        /** Only a part of the signal was read; the checksum covers the whole. */
        NOT_CHECKED
    }
}
