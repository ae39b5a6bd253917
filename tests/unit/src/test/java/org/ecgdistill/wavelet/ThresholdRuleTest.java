package org.ecgdistill.wavelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ThresholdRuleTest {

    private static LevelMagnitudes level(double... values) {
        var magnitudes = new LevelMagnitudes();
        magnitudes.look(Slice.of(values));
        return magnitudes;
    }

    @Test
    void universalThresholdOfTheFormula() {
        assertEquals(0.2 * 3.7169222, ThresholdRule.UNIVERSAL.threshold(level(1), 0.2, 1000), 1e-7);
        assertEquals(0, ThresholdRule.UNIVERSAL.threshold(level(1), 0.2, 1));
    }

    /** Donoho and Johnstone 1994, table 2, λ*: 1.474 at 128, 1.859 at 512, 2.232 at 2,048 (exact minimax values). */
    @Test
    void minimaxThresholdIsCloseToThePublishedTable() {
        assertEquals(0, ThresholdRule.MINIMAX.threshold(level(1), 1, 32));
        assertEquals(1.474, ThresholdRule.MINIMAX.threshold(level(1), 1, 128), 0.25);
        assertEquals(1.669, ThresholdRule.MINIMAX.threshold(level(1), 1, 256), 0.25);
        assertEquals(1.859, ThresholdRule.MINIMAX.threshold(level(1), 1, 512), 0.25);
        assertEquals(2.232, ThresholdRule.MINIMAX.threshold(level(1), 1, 2048), 0.25);
        assertEquals(0.3936 + 0.1829 * 10, ThresholdRule.MINIMAX.threshold(level(1), 1, 1024), 1e-12);
    }

    /** Of 3 and −5 with σ = 1: mean square 17, signal's mean square 16, so σ²/σx = 1/4. */
    @Test
    void bayesThresholdOfTheFormula() {
        assertEquals(0.25, ThresholdRule.BAYES.threshold(level(3, -5), 1, 2), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, ThresholdRule.BAYES.threshold(level(0.1, -0.1), 1, 2));
    }

    /** By hand: of 1, 2 and 10 with σ = 1 the risks at 1, 2 and 10 are 1, 5 and 99 above the same constant. */
    @Test
    void sureThresholdByHand() {
        assertEquals(1, ThresholdRule.SURE.threshold(level(10, -1, 2), 1, 1000), 1e-15);
    }

    @Test
    void sureThresholdStaysBelowTheUniversalOne() {
        var noise = new Random(1).doubles(5000, -1, 1).toArray();
        var universal = ThresholdRule.UNIVERSAL.threshold(level(noise), 0.1, 5000);
        assertTrue(ThresholdRule.SURE.threshold(level(noise), 0.1, 5000) <= universal);
        assertEquals(universal, ThresholdRule.SURE.threshold(level(9, 9, 9, 9), 1e-3 * 9, 5000) * 1e-3 * 9, 1);
    }

    @Test
    void heuristicRuleTakesTheUniversalThresholdWhereThereIsHardlyASignal() {
        var random = new Random(2);
        var noise = new double[4096];
        Arrays.setAll(noise, i -> random.nextGaussian());
        var universal = Math.sqrt(2 * Math.log(4096));
        assertEquals(universal, ThresholdRule.HEURISTIC_SURE.threshold(level(noise), 1, 99_999), 1e-12);
        var signal = new double[4096];
        Arrays.setAll(signal, i -> random.nextGaussian() * (i % 8 == 0 ? 10 : 1));
        var sure = ThresholdRule.HEURISTIC_SURE.threshold(level(signal), 1, 99_999);
        assertEquals(level(signal).steinThreshold(1), sure);
        assertTrue(sure < 0.7 * universal);
    }

    @Test
    void noRuleNoThreshold() {
        assertEquals(0, ThresholdRule.NONE.threshold(level(1, 2, 3), 1, 3));
    }
}
