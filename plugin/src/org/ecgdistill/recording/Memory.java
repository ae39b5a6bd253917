package org.ecgdistill.recording;

import java.util.List;

/** Looks at what a range would need before it is read, so that a wrong or very long recording never fills the memory. */
public final class Memory {

    private static final double SHARE = 0.5;

    private Memory() {}

    /**
     * The length of an array for so many samples.
     *
     * @param needed how many samples there are in all signals read together
     * @throws RecordingException if they do not fit
     */
    public static int length(final String recording, final long samples, final double needed) {
        var available = SHARE * Runtime.getRuntime().maxMemory();
        if (samples > Integer.MAX_VALUE - 8 || needed * Double.BYTES > available) {
            throw new RecordingException(String.format(
                    "The recording %s: reading %.0f samples at once needs %.0f MB of memory, and this program may use"
                            + " %.0f MB for it. Read a shorter range or fewer leads, or give the program more memory.",
                    recording, needed, needed * Double.BYTES / 1e6, available / 1e6));
        }
        return (int) samples;
    }

    /**
     * The index of each wanted channel, checked.
     *
     * @throws RecordingException if there is no such channel
     */
    public static void checkIndices(final String recording, final List<Integer> indices, final int channels) {
        for (var index : indices) {
            if (index < 0 || index >= channels) {
                throw new RecordingException("The recording " + recording + " has " + channels
                        + " signals, so there is no signal number " + (index + 1) + ". Choose one from 1 to " + channels
                        + ".");
            }
        }
    }
}
