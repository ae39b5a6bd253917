package org.ecgdistill.evaluation.intervals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ecgdistill.evaluation.EvaluationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WilsonTest {

    /** Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3, as printed with four places. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void agreesWithNewcombe(long hits, long rows, double low, double high) {
        var interval = Wilson.of(hits, rows, 0.95);
        assertEquals(low, interval.low(), 5e-5);
        assertEquals(high, interval.high(), 5e-5);
    }

    @Test
    void isSymmetricAndReachesTheEnds() {
        var few = Wilson.of(3, 40, 0.9);
        var many = Wilson.of(37, 40, 0.9);
        assertEquals(1 - few.low(), many.high(), 1e-12);
        assertEquals(1, Wilson.of(20, 20, 0.95).high());
        assertEquals(0, Wilson.of(0, 20, 0.95).low());
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThrows(EvaluationException.class, () -> Wilson.of(0, 0, 0.95));
        assertThrows(EvaluationException.class, () -> Wilson.of(5, 4, 0.95));
    }
}
