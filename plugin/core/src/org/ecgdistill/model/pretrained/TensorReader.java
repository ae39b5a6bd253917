package org.ecgdistill.model.pretrained;

import java.util.Arrays;
import java.util.Map;
import org.ecgdistill.common.Words;
import org.ecgdistill.model.ModelException;

/**
 * Reads the description of an array in an ONNX file (TensorProto) and compares it with the numbers that are there; the
 * numbers themselves are not needed here.
 */
final class TensorReader {

    private static final int MOST_AXES = 64;
    private static final int EXTERNAL = 1;
    private static final int TEXT = 8;

    /** Types of numbers that training changes, or that replace them. */
    private static final int[] TRAINED = {1, 2, 3, 10, 11, 16, 17, 18, 19, 20, 21, 22};

    /** Bits of each type of number. */
    private static final Map<Integer, Integer> BITS = Map.ofEntries(
            Map.entry(1, 32),
            Map.entry(2, 8),
            Map.entry(3, 8),
            Map.entry(4, 16),
            Map.entry(5, 16),
            Map.entry(6, 32),
            Map.entry(7, 64),
            Map.entry(9, 8),
            Map.entry(10, 16),
            Map.entry(11, 64),
            Map.entry(12, 32),
            Map.entry(13, 64),
            Map.entry(14, 64),
            Map.entry(15, 128),
            Map.entry(16, 16),
            Map.entry(17, 8),
            Map.entry(18, 8),
            Map.entry(19, 8),
            Map.entry(20, 8),
            Map.entry(21, 4),
            Map.entry(22, 4));

    private String name = "";
    private int type;
    private long numbers = 1;
    private int axes;
    private long raw = -1;
    private long listed;

    private TensorReader() {}

    /** How many numbers an array has; checks that they are all there. */
    static TensorReader read(ProtoReader tensor) {
        var reader = new TensorReader();
        reader.readFields(tensor);
        reader.check();
        return reader;
    }

    String name() {
        return name;
    }

    /** How many numbers it has that training may have changed. */
    long parameters() {
        return Arrays.binarySearch(TRAINED, type) >= 0 ? numbers : 0;
    }

    private void readFields(ProtoReader tensor) {
        while (tensor.next()) {
            switch (tensor.field()) {
                case 1 -> addAxes(tensor.numbers(MOST_AXES));
                case 2 -> type = (int) Math.min(Integer.MAX_VALUE, tensor.number());
                case 4 -> listed += tensor.count(4);
                case 5, 7, 11 -> listed += tensor.count(0);
                case 6 -> listed += tensor.size() >= 0 ? 1 : 0;
                case 8 -> name = tensor.text();
                case 9 -> raw = tensor.size();
                case 10 -> listed += tensor.count(8);
                case 13 -> throw external();
                case 14 -> {
                    if (tensor.number() == EXTERNAL) {
                        throw external();
                    }
                }
                default -> {
                    // Segments and comments say nothing about the numbers.
                }
            }
        }
    }

    private void addAxes(long... lengths) {
        for (var length : lengths) {
            if (length < 0 || ++axes > MOST_AXES || length > 0 && numbers > Long.MAX_VALUE / length) {
                throw ProtoReader.damaged("the array " + Words.quoted(name) + " has an impossible shape");
            }
            numbers *= length;
        }
    }

    private ModelException external() {
        return new ModelException(
                "The numbers of the array " + Words.quoted(name)
                        + " are in another file beside the ONNX file, which is not read. Export the network into a single file.");
    }

    private void check() {
        if (type != TEXT && !BITS.containsKey(type)) {
            throw ProtoReader.damaged("the array " + Words.quoted(name) + " has numbers of the unknown type " + type);
        }
        if (raw >= 0) {
            var bits = BITS.getOrDefault(type, 0);
            var expected = bits == 4 ? numbers / 2 + numbers % 2 : numbers * (bits / 8);
            if (type == TEXT || numbers > Integer.MAX_VALUE || raw != expected || listed > 0) {
                throw wrong(raw + " bytes");
            }
            return;
        }
        // Complex numbers are two each, and numbers of four bits are two in each.
        var complex = type == 14 || type == 15;
        var halves = BITS.getOrDefault(type, 0) == 4;
        var expected = complex ? 2 * numbers : halves ? numbers / 2 + numbers % 2 : numbers;
        if (numbers > Integer.MAX_VALUE || listed != expected) {
            throw wrong(listed + " numbers");
        }
    }

    private ModelException wrong(String found) {
        return ProtoReader.damaged("the array " + Words.quoted(name) + " should have " + Words.count(numbers)
                + " numbers, but has " + found);
    }
}
