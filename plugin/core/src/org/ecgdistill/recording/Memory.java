package org.ecgdistill.recording;

import java.util.List;
import java.util.Locale;

/**
 * Checks how much memory a range needs before it is read, so that a damaged or very long recording never fills the
 * memory.
 */
public final class Memory {

    private static final double SHARE = 0.5;

    /** Bytes of a sample in a list of table cells, besides the array that it was read into. */
    private static final int CELL_BYTES = 28;

    /** Bytes of an annotation as an object, with its place in a list. */
    public static final int ANNOTATION_BYTES = 64;

    private Memory() {}

    /**
     * The length of an array for this many samples.
     *
     * @param needed how many samples there are in all signals read together
     * @throws RecordingException if they do not fit
     */
    public static int length(String recording, long samples, double needed) {
        check(recording, needed, needed * Double.BYTES);
        if (samples > Integer.MAX_VALUE - 8) {
            throw tooLong(recording, needed, needed * Double.BYTES);
        }
        return (int) samples;
    }

    /**
     * Checks the memory for anything else that is read from a file.
     *
     * @param what is read, as the beginning of a sentence
     * @throws RecordingException if it does not fit
     */
    public static void check(String what, double bytes) {
        if (bytes > available()) {
            throw new RecordingException(String.format(
                    Locale.ROOT,
                    "%s: its contents need more than %.0f MB of memory, but this program may use %.0f MB for them."
                            + " Divide it into smaller files, or give the program more memory.",
                    what,
                    bytes / 1e6,
                    available() / 1e6));
        }
    }

    /**
     * Checks the memory for writing a table of a recording's signals.
     *
     * @param longest samples of the longest of them
     * @param needed samples of all of them
     * @throws RecordingException if they do not fit
     */
    public static void checkTable(String recording, double longest, double needed) {
        check(recording, needed, needed * Double.BYTES + longest * CELL_BYTES);
    }

    private static void check(String recording, double samples, double bytes) {
        if (bytes > available()) {
            throw tooLong(recording, samples, bytes);
        }
    }

    /** The bytes that a single read may take. */
    static double available() {
        return SHARE * Runtime.getRuntime().maxMemory();
    }

    private static RecordingException tooLong(String recording, double samples, double bytes) {
        return new RecordingException(String.format(
                Locale.ROOT,
                "The recording %s: reading %.0f samples at once needs %.0f MB of memory, but this program may use"
                        + " %.0f MB for it. Read a shorter range or fewer leads, or give the program more memory.",
                recording,
                samples,
                bytes / 1e6,
                available() / 1e6));
    }

    /**
     * The index of each wanted channel, checked.
     *
     * @throws RecordingException if there is no such channel
     */
    public static void checkIndices(String recording, List<Integer> indices, int channels) {
        for (var index : indices) {
            if (index < 0 || index >= channels) {
                throw new RecordingException("The recording " + recording + " has " + channels
                        + " signals, so there is no signal number " + (index + 1) + ". Choose one from 1 to " + channels
                        + ".");
            }
        }
    }
}
