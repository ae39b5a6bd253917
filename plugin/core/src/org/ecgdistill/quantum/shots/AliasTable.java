package org.ecgdistill.quantum.shots;

import java.util.SplittableRandom;

/**
 * Draws from a discrete distribution in constant time (Walker 1977, in the form of Vose, IEEE Trans. Softw. Eng. 17, 1991):
 * the outcomes are dealt out to slots of equal weight, each holding at most two of them.
 */
final class AliasTable {

    private final double[] threshold;
    private final int[] other;
    private final int[] small;
    private final int[] large;

    AliasTable(int outcomes) {
        this.threshold = new double[outcomes];
        this.other = new int[outcomes];
        this.small = new int[outcomes];
        this.large = new int[outcomes];
    }

    /** Takes over weights, which need not add up to 1; what rounding made negative counts as 0. */
    void load(double[] weights, int start) {
        var count = threshold.length;
        var total = 0.0;
        for (var i = 0; i < count; i++) {
            total += Math.max(0, weights[start + i]);
        }
        var smalls = 0;
        var larges = 0;
        for (var i = 0; i < count; i++) {
            threshold[i] = Math.max(0, weights[start + i]) / total * count;
            if (threshold[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            var filled = small[--smalls];
            var filler = large[larges - 1];
            other[filled] = filler;
            threshold[filler] -= 1 - threshold[filled];
            if (threshold[filler] < 1) {
                small[smalls++] = filler;
                larges--;
            }
        }
        // What is left differs from a full slot by rounding only.
        while (larges > 0) {
            threshold[large[--larges]] = 1;
        }
        while (smalls > 0) {
            threshold[small[--smalls]] = 1;
        }
    }

    int draw(SplittableRandom random) {
        var slot = random.nextInt(threshold.length);
        return random.nextDouble() < threshold[slot] ? slot : other[slot];
    }
}
