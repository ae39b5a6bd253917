package org.ecgdistill.evaluation.metrics;

/**
 * The order of numbers, without touching them. A radix sort on the bits of the numbers carries the positions along; on
 * 100,000 numbers it takes a few milliseconds, several times less than sorting boxed positions by comparison.
 */
public final class DoubleOrder {

    private static final int DIGIT_BITS = 11;
    private static final int DIGIT_VALUES = 1 << DIGIT_BITS;
    private static final int DIGITS = (Long.SIZE + DIGIT_BITS - 1) / DIGIT_BITS;

    private DoubleOrder() {}

    /**
     * Positions of the numbers from the smallest to the largest; equal numbers stay in their order, -0 equals 0. NaN is
     * not allowed.
     */
    public static int[] ascending(double[] numbers) {
        var size = numbers.length;
        var keys = new long[size];
        var histogram = new int[DIGITS][DIGIT_VALUES];
        for (var i = 0; i < size; i++) {
            var key = sortable(numbers[i]);
            keys[i] = key;
            for (var digit = 0; digit < DIGITS; digit++) {
                histogram[digit][digit(key, digit)]++;
            }
        }
        var order = new int[size];
        for (var i = 0; i < size; i++) {
            order[i] = i;
        }
        var otherKeys = new long[size];
        var otherOrder = new int[size];
        for (var digit = 0; digit < DIGITS; digit++) {
            if (size == 0 || histogram[digit][digit(keys[0], digit)] == size) {
                continue; // all numbers share this digit
            }
            scatter(keys, order, otherKeys, otherOrder, starts(histogram[digit]), digit);
            var sortedKeys = otherKeys;
            otherKeys = keys;
            keys = sortedKeys;
            var sortedOrder = otherOrder;
            otherOrder = order;
            order = sortedOrder;
        }
        return order;
    }

    /** A key whose unsigned order is the order of the numbers: flip all bits of negative ones, the sign of the rest. */
    private static long sortable(double number) {
        var bits = Double.doubleToRawLongBits(number + 0.0); // + 0.0 turns -0 into 0
        return bits ^ (bits >> 63 | Long.MIN_VALUE);
    }

    private static int digit(long key, int digit) {
        return (int) (key >>> digit * DIGIT_BITS) & DIGIT_VALUES - 1;
    }

    private static int[] starts(int[] counts) {
        var starts = new int[counts.length];
        for (var value = 1; value < counts.length; value++) {
            starts[value] = starts[value - 1] + counts[value - 1];
        }
        return starts;
    }

    private static void scatter(long[] keys, int[] order, long[] toKeys, int[] toOrder, int[] next, int digit) {
        for (var i = 0; i < keys.length; i++) {
            var target = next[digit(keys[i], digit)]++;
            toKeys[target] = keys[i];
            toOrder[target] = order[i];
        }
    }
}
