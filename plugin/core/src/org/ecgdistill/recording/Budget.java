package org.ecgdistill.recording;

/**
 * Adds up the memory that the contents of a file take while they are read, and stops with a clear message when they no
 * longer fit.
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
