package org.ecgdistill.signal.beats;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The local maxima that could be beats. */
final class Candidates {

    private Candidates() {}

    /** Local maxima without a higher maximum within a distance, in order of time. */
    static int[] of(double[] values, int distance) {
        var byHeight = IntStream.range(1, values.length - 1)
                .filter(i -> values[i] >= values[i - 1] && values[i] > values[i + 1])
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]).thenComparingInt(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        var covered = new BitSet(values.length);
        var kept = Arrays.stream(byHeight)
                .filter(i -> {
                    var free = !covered.get(i);
                    if (free) {
                        covered.set(Math.max(0, i - distance), i + distance + 1);
                    }
                    return free;
                })
                .toArray();
        Arrays.sort(kept);
        return kept;
    }
}
