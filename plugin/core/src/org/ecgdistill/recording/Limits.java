package org.ecgdistill.recording;

/**
 * Upper limits for the contents of a recording. {@link Memory} has the limits that depend on the available memory; what
 * depends on the size of a file is checked where the file is read. The limits here cover the rest: far above what any
 * recorder writes, but low enough that a damaged file is noticed before it costs time or memory.
 */
public final class Limits {

    /** Characters in a message; the middle of a longer one is left out. */
    public static final int MESSAGE = 2_000;

    /** Names written out in a message; the others are counted. */
    public static final int NAMES = 12;

    /** Remarks on one record that are written out; the others are counted. */
    public static final int REMARKS = 8;

    /** Folders below each other. Deep enough for every database on PhysioNet. */
    public static final int FOLDERS = 8;

    /**
     * Bytes of a WFDB header. Most are a page of text; the longest known, of months in intensive care, have about 100
     * kB.
     */
    public static final int HEADER_BYTES = 16 << 20;

    /** Bytes of an annotation file: at a heartbeat each second, four years. */
    public static final int ANNOTATION_BYTES = 1 << 28;

    /** Characters in one line of a file of numbers. */
    public static final int LINE = 1 << 28;

    /** Bytes of a table with the label of each recording: a million rows of 64 characters. */
    public static final int LABEL_BYTES = 1 << 26;

    /** Characters of the statements in a table cell; the longest in PTB-XL has a few hundred. */
    public static final int STATEMENTS = 1 << 16;

    /** Signals of a record. */
    public static final int SIGNALS = 1 << 20;

    /** Samples of one signal in a frame. */
    public static final int SAMPLES_PER_FRAME = 1 << 16;

    /** Samples of all signals in a frame of one file. */
    public static final int FRAME = 1 << 22;

    /** Frames of a record: seventeen years at 1000 Hz. */
    public static final long FRAMES = 1L << 39;

    /**
     * Samples of all signals in a data record of an EDF file. The standard asks for at most 61,440 bytes; recorders go
     * beyond, but not this far.
     */
    public static final int EDF_RECORD = 1 << 25;

    private Limits() {}
}
