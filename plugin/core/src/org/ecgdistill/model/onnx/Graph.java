package org.ecgdistill.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.ecgdistill.nn.checkpoint.Tensor;

/** An ONNX graph that is being written, operation by operation. Field numbers are those of {@code onnx.proto}. */
final class Graph {

    private static final int FLOAT = 1;
    private static final int INT8 = 3;
    private static final int INT64 = 7;
    private static final int REAL_ATTRIBUTE = 1;
    private static final int NUMBER_ATTRIBUTE = 2;
    private static final int NUMBERS_ATTRIBUTE = 7;

    private final Map<String, Tensor> numbers;
    private final Map<String, Quantised.Bytes> quantised;
    private final Message graph = new Message();
    private int operations;

    /**
     * @param numbers the network's arrays by name
     * @param quantised those that are stored as bytes
     */
    Graph(Map<String, Tensor> numbers, Map<String, Quantised.Bytes> quantised) {
        this.numbers = numbers;
        this.quantised = quantised;
    }

    /** An operation's settings. */
    record Setting(String name, Object value) {}

    static Setting set(String name, long... values) {
        return new Setting(name, values);
    }

    static Setting one(String name, long value) {
        return new Setting(name, value);
    }

    static Setting real(String name, double value) {
        return new Setting(name, (float) value);
    }

    /** Adds an operation and gives the name of its result. */
    String add(String type, List<String> inputs, Setting... settings) {
        var result = type.toLowerCase(java.util.Locale.ROOT) + ++operations;
        return add(type, result, inputs, settings);
    }

    /** Adds an operation whose result has a name of its own. */
    String add(String type, String result, List<String> inputs, Setting... settings) {
        var node = new Message();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, result).text(3, result).text(4, type);
        for (var setting : settings) {
            node.message(5, attribute(setting));
        }
        graph.message(1, node);
        return result;
    }

    private static Message attribute(Setting setting) {
        var attribute = new Message().text(1, setting.name());
        if (setting.value() instanceof Float real) {
            attribute.real(2, real).number(20, REAL_ATTRIBUTE);
        } else if (setting.value() instanceof Long number) {
            attribute.number(3, number).number(20, NUMBER_ATTRIBUTE);
        } else {
            for (var number : (long[]) setting.value()) {
                attribute.number(8, number);
            }
            attribute.number(20, NUMBERS_ATTRIBUTE);
        }
        return attribute;
    }

    /** One of the network's arrays, as operations use it. */
    String array(String name) {
        var tensor = numbers.get(name);
        var bytes = quantised.get(name);
        if (bytes == null) {
            initial(name, tensor.shape(), tensor.values());
            return name;
        }
        // Each first index has its own scale.
        return dequantised(name, tensor.shape(), bytes.values(), bytes.scales(), 0);
    }

    /** A transposed matrix of the network. */
    String transposed(String name) {
        var tensor = numbers.get(name);
        var rows = (int) tensor.shape()[0];
        var columns = (int) tensor.shape()[1];
        var shape = new long[] {columns, rows};
        var bytes = quantised.get(name);
        var values = new float[rows * columns];
        var raw = new byte[rows * columns];
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                values[column * rows + row] = tensor.values()[row * columns + column];
                raw[column * rows + row] = bytes == null ? 0 : bytes.values()[row * columns + column];
            }
        }
        if (bytes == null) {
            initial(name, shape, values);
            return name;
        }
        return dequantised(name, shape, raw, bytes.scales(), 1);
    }

    private String dequantised(String name, long[] shape, byte[] values, float[] scales, long axis) {
        tensor(name + ".bytes", INT8, shape, values);
        initial(name + ".scale", new long[] {scales.length}, scales);
        tensor(name + ".zero", INT8, new long[] {scales.length}, new byte[scales.length]);
        return add(
                "DequantizeLinear", name, List.of(name + ".bytes", name + ".scale", name + ".zero"), one("axis", axis));
    }

    /** How long an axis of one of the network's arrays is. */
    long length(String name, int axis) {
        return numbers.get(name).shape()[axis];
    }

    boolean has(String name) {
        return numbers.containsKey(name);
    }

    /** A constant array of floats. */
    String constant(String name, float value) {
        initial(name, new long[0], value);
        return name;
    }

    /** A constant list of whole numbers, such as a shape. */
    String constant(String name, long... values) {
        var bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (var value : values) {
            bytes.putLong(value);
        }
        tensor(name, INT64, new long[] {values.length}, bytes.array());
        return name;
    }

    private void initial(String name, long[] shape, float... values) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (var value : values) {
            bytes.putFloat(value);
        }
        tensor(name, FLOAT, shape, bytes.array());
    }

    private void tensor(String name, int type, long[] shape, byte... raw) {
        var tensor = new Message();
        for (var length : shape) {
            tensor.number(1, length);
        }
        graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
    }

    /** The finished graph; any number of rows goes in and comes out. */
    Message finish(String name, List<Message> inputs, List<Message> outputs) {
        graph.text(2, name);
        inputs.forEach(input -> graph.message(11, input));
        outputs.forEach(output -> graph.message(12, output));
        return graph;
    }

    /** An input or output of floats: any number of rows, then the lengths given. */
    static Message port(String name, long... lengths) {
        var shape = new Message().message(1, new Message().text(2, "rows"));
        for (var length : lengths) {
            shape.message(1, new Message().number(1, length));
        }
        var tensor = new Message().number(1, FLOAT).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }
}
