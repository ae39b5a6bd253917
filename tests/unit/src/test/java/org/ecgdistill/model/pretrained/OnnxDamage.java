package org.ecgdistill.model.pretrained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes an ONNX file by chance: its structure more often than its many weights. */
final class OnnxDamage {

    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_ARRAY = 5;
    private static final int ARRAY_AXIS = 1;
    private static final int ARRAY_RAW = 9;

    private final byte[] file;

    /** Where the bytes of structure are, where lengths are, and where the lengths of arrays' axes are. */
    private final List<Integer> structure = new ArrayList<>();

    private final List<Integer> lengths = new ArrayList<>();
    private final List<Integer> axes = new ArrayList<>();

    OnnxDamage(byte[] file) {
        this.file = file;
        walk(0, file.length, 0, true);
    }

    /** The fields from one byte to another, which lie in the messages of a depth. */
    private void walk(int from, int to, int depth, boolean isArrayOrAbove) {
        var at = new int[] {from};
        while (at[0] < to) {
            var begin = at[0];
            var tag = varint(at, to);
            var field = (int) (tag >>> 3);
            var value = at[0];
            switch ((int) (tag & 7)) {
                case 0 -> {
                    varint(at, to);
                    if (depth == 2 && isArrayOrAbove && field == ARRAY_AXIS) {
                        axes.add(value);
                    }
                }
                case 1 -> at[0] += 8;
                case 5 -> at[0] += 4;
                default -> {
                    var length = (int) varint(at, to);
                    lengths.add(value);
                    var isDeeper = depth == 0 && field == MODEL_GRAPH
                            || depth == 1 && (field == 1 || field == GRAPH_ARRAY || field == 11 || field == 12);
                    if (isDeeper) {
                        walk(at[0], at[0] + length, depth + 1, depth == 0 || field == GRAPH_ARRAY);
                    } else if (!(isArrayOrAbove && field == ARRAY_RAW)) {
                        add(at[0], at[0] + length);
                    }
                    at[0] += length;
                }
            }
            add(begin, Math.min(at[0], value + 4));
        }
    }

    private void add(int from, int to) {
        for (var i = from; i < to; i++) {
            structure.add(i);
        }
    }

    private long varint(int[] at, int to) {
        var value = 0L;
        for (var shift = 0; at[0] < to; shift += 7) {
            var next = file[at[0]++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                break;
            }
        }
        return value;
    }

    byte[] next(Random random) {
        var bytes = file.clone();
        switch (random.nextInt(8)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> flip(bytes, random.nextInt(bytes.length), random);
            case 2 -> set(bytes, lengths, random);
            case 3, 4 -> set(bytes, axes, random);
            case 5 -> {
                // A piece that is repeated or missing.
                var at = structure.get(random.nextInt(structure.size()));
                var count = Math.min(1 + random.nextInt(64), bytes.length - at);
                System.arraycopy(file, at, bytes, Math.max(0, at - count), count);
            }
            default -> {
                for (var i = random.nextInt(6); i >= 0; i--) {
                    flip(bytes, structure.get(random.nextInt(structure.size())), random);
                }
            }
        }
        return bytes;
    }

    private static void set(byte[] bytes, List<Integer> places, Random random) {
        for (var i = random.nextInt(2); i >= 0; i--) {
            var at = places.get(random.nextInt(places.size()));
            bytes[at] = (byte) (bytes[at] & 0x80 | random.nextInt(0x80));
        }
    }

    private static void flip(byte[] bytes, int at, Random random) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
}
