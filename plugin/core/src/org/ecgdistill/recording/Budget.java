package org.ecgdistill.recording;

/**
 * Adds up what the contents of a file take in memory while they are read, so that a file that holds more than fits is left
 * with a sentence.
 */
public final class Budget {

    private final String what;
    private final double most = Memory.available();
    private double bytes;

    /** @param what is read, for the message: {@code The table x.csv} */
    public Budget(String what) {
        this.what = what;
    }

    /**
     * Takes this many bytes.
     *
     * @throws RecordingException if they do not fit
     */
    public void take(double more) {
        bytes += more;
        if (bytes > most) {
            Memory.check(what, bytes);
        }
    }
}
