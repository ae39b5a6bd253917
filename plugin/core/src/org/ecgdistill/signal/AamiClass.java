package org.ecgdistill.signal;

import java.util.Optional;

/**
 * The five classes of heartbeats of ANSI/AAMI EC57, and the annotation symbols that belong to each.
 *
 * <p>Escape beats (e, j, n) count as N, as in the literature on the MIT-BIH database since de Chazal, O'Dwyer and Reilly,
 * "Automatic classification of heartbeats using ECG morphology and heartbeat interval features", IEEE Trans. Biomed. Eng.
 * 51 (2004).
 */
public enum AamiClass {
    /** Any beat that is in none of the other classes. */
    N("NLRBejn"),
    /** Supraventricular ectopic beats. */
    S("AaJS"),
    /** Ventricular ectopic beats. */
    V("VEr"),
    /** Fusions of a ventricular and a normal beat. */
    F("F"),
    /** Paced beats, and beats that cannot be classified. */
    Q("/fQ?");

    private static final AamiClass[] BY_SYMBOL = new AamiClass[128];

    static {
        for (var type : values()) {
            for (var symbol : type.symbols.toCharArray()) {
                BY_SYMBOL[symbol] = type;
            }
        }
    }

    private final String symbols;

    AamiClass(String symbols) {
        this.symbols = symbols;
    }

    /** The class of a beat with this annotation symbol; empty if the symbol does not mark a beat. */
    public static Optional<AamiClass> of(String symbol) {
        if (symbol.length() != 1 || symbol.charAt(0) >= BY_SYMBOL.length) {
            return Optional.empty();
        }
        return Optional.ofNullable(BY_SYMBOL[symbol.charAt(0)]);
    }

    /** Whether this symbol marks a beat that a pacemaker made or helped to make. */
    public static boolean isPaced(String symbol) {
        return symbol.equals("/") || symbol.equals("f");
    }
}
