package org.ecgdistill.signal.synthesis;

/** The kinds of beat that are made, with the symbol that annotation files use. */
enum BeatType {
    NORMAL("N"),
    /** An atrial premature beat. */
    SUPRAVENTRICULAR("A"),
    /** A premature ventricular contraction. */
    VENTRICULAR("V");

    private final String symbol;

    BeatType(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }
}
