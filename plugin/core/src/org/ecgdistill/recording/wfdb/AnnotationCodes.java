package org.ecgdistill.recording.wfdb;

/** The symbols of the annotation codes of annot(5). */
final class AnnotationCodes {

    /** Codes that are not marks but describe the mark before. */
    static final int SKIP = 59;

    static final int NUM = 60;
    static final int SUB = 61;
    static final int CHN = 62;
    static final int AUX = 63;

    /** The code of a remark. */
    static final int NOTE = 22;

    /** By code, a dot where a code has no meaning of its own. */
    private static final String SYMBOLS = ".NLRaVFJASEj/Q~.|.sT*D\"=pB^t+u?![]en@xf()r";

    private AnnotationCodes() {}

    /** One symbol for each possible code; codes that users may define are shown as their number in brackets. */
    static String[] symbols() {
        var symbols = new String[64];
        for (var code = 0; code < symbols.length; code++) {
            var known = code < SYMBOLS.length() && SYMBOLS.charAt(code) != '.';
            symbols[code] = known ? String.valueOf(SYMBOLS.charAt(code)) : "[" + code + "]";
        }
        return symbols;
    }
}
