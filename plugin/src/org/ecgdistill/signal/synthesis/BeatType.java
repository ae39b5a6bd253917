package org.ecgdistill.signal.synthesis;

/** The kinds of beat that are made, with the symbol that annotation files use and the class of ANSI/AAMI EC57. */
public enum BeatType {
    NORMAL("N", "N"),
    /** An atrial premature beat. */
    SUPRAVENTRICULAR("A", "S"),
    /** A premature ventricular contraction. */
    VENTRICULAR("V", "V");

    private final String symbol;
    private final String aamiClass;

    BeatType(final String symbol, final String aamiClass) {
        this.symbol = symbol;
        this.aamiClass = aamiClass;
    }

    public String symbol() {
        return symbol;
    }

    public String aamiClass() {
        return aamiClass;
    }
}
