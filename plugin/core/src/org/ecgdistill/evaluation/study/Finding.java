package org.ecgdistill.evaluation.study;

/** What a reader of the figures must know. */
public record Finding(Severity severity, String sentence) {

    /** How much it matters. */
    public enum Severity {
        /** The figures may be too good because models have seen what they are tested on. */
        LEAKAGE,
        /** The figures may be misunderstood. */
        WARNING,
        /** Worth knowing. */
        NOTE
    }

    static Finding leakage(String sentence) {
        return new Finding(Severity.LEAKAGE, sentence);
    }

    static Finding warning(String sentence) {
        return new Finding(Severity.WARNING, sentence);
    }

    static Finding note(String sentence) {
        return new Finding(Severity.NOTE, sentence);
    }
}
