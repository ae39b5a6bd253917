package org.ecgdistill.recording;

/**
 * The most that a recording may ask for, in one place. What depends on the memory that there is, {@link Memory} says; what
 * depends on the size of a file is looked at where the file is read. These are for what neither of them bounds: far above
 * what any recorder writes, and little enough that a damaged file is noticed before it costs time or memory.
 */
public final class Limits {

    /** Characters in a message; the middle of a longer one is left out. */
    public static final int MESSAGE = 2_000;

    /** Names written out in a message; of more the number is said. */
    public static final int NAMES = 12;

    /** Remarks on one record that are written out; of more the number is said. */
    public static final int REMARKS = 8;

    /** Folders below each other. Deep enough for every database on PhysioNet. */
    public static final int FOLDERS = 8;

    /** Bytes of a WFDB header: a page of text; the longest known, of months in intensive care, have some 100 kB. */
    public static final int HEADER_BYTES = 16 << 20;

    /** Bytes of an annotation file: at a heartbeat each second, four years. */
    public static final int ANNOTATION_BYTES = 1 << 28;

    /** Characters in one line of a file of numbers. */
    public static final int LINE = 1 << 28;

    /** Characters of the statements in a table's cell; the longest of PTB-XL has some hundred. */
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
