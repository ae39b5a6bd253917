package org.ecgdistill.model.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecgdistill.model.Architecture;
import org.ecgdistill.model.InputForm;
import org.ecgdistill.model.InputScaling;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.Provenance;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Weights;

/** Small ONNX files, made message by message. */
public final class OnnxFiles {

    public static final int FLOAT = 1;
    public static final int INT64 = 7;
    private static final int BOOLEAN = 9;

    private final Message graph = new Message();
    private final List<Message> operatorSets = new ArrayList<>();
    private final List<Message> functions = new ArrayList<>();
    private final List<Message> metadata = new ArrayList<>();
    private long format = 8;

    /** A student with random weights, as the ONNX Writer writes it. */
    public static TrainedModel student() {
        return student(Provenance.of("2026-01-01T00:00:00Z", Map.of()));
    }

    /** The same with another provenance. */
    public static TrainedModel student(Provenance provenance) {
        var architecture = Architecture.of(Cnn1d.Form.standard(1, 1));
        var manifest = new Manifest(
                "Student",
                architecture,
                InputForm.exactly(List.of("II"), 360, 128, InputScaling.Z_SCORE),
                "Rhythm",
                List.of("normal", "abnormal"),
                provenance);
        return new TrainedModel(manifest, Weights.random(architecture.network(), 5));
    }

    /** A piece of a graph that is inside an operator or a function, or an operator. */
    public static final class Piece {

        private final Message message = new Message();

        public Piece input(String name) {
            message.text(1, name);
            return this;
        }

        public Piece output(String name) {
            message.text(2, name);
            return this;
        }

        public Piece list(String name, long... values) {
            var attribute = new Message().text(1, name).number(20, 7);
            for (var value : values) {
                attribute.number(8, value);
            }
            message.message(5, attribute);
            return this;
        }

        public Piece number(String name, long value) {
            message.message(5, new Message().text(1, name).number(3, value).number(20, 2));
            return this;
        }

        /** A graph inside, such as a loop's body, of one operator and one output. */
        public Piece graph(String name, Piece operator, String output) {
            var inner =
                    new Message().message(1, operator.message).text(2, "inner").message(12, port(output, FLOAT, "n"));
            message.message(5, new Message().text(1, name).message(6, inner).number(20, 5));
            return this;
        }
    }

    public static Piece operator(String type, String domain) {
        var piece = new Piece();
        piece.message.text(4, type).text(7, domain);
        return piece;
    }

    /** A network of the usual operators. */
    public static OnnxFiles of(long version) {
        return new OnnxFiles().operators("", version);
    }

    /** The mean of each window: [rows, 1, 10] → [rows, 1]. */
    public static OnnxFiles mean() {
        return of(13).input("ecg", FLOAT, "rows", 1L, 10L)
                .add(operator("ReduceMean", "")
                        .input("ecg")
                        .output("y")
                        .list("axes", 2)
                        .number("keepdims", 0))
                .output("y", FLOAT, "rows", 1L);
    }

    /** The mean of each window, after a loop that adds 0 to it for longer than anybody waits. */
    public static OnnxFiles endless() {
        var body = new Message()
                .message(1, operator("Identity", "").input("go").output("goOn").message)
                .message(1, operator("Abs", "").input("x").output("more").message)
                .text(2, "body")
                .message(11, port("number", INT64))
                .message(11, port("go", BOOLEAN))
                .message(11, port("x", FLOAT, "rows", 1L))
                .message(12, port("goOn", BOOLEAN))
                .message(12, port("more", FLOAT, "rows", 1L));
        var loop = operator("Loop", "").input("times").input("").input("m").output("y");
        loop.message.message(5, new Message().text(1, "body").message(6, body).number(20, 5));
        return of(13).whole("times", 1L << 50)
                .input("ecg", FLOAT, "rows", 1L, 10L)
                .add(operator("ReduceMean", "")
                        .input("ecg")
                        .output("m")
                        .list("axes", 2)
                        .number("keepdims", 0))
                .add(loop)
                .output("y", FLOAT, "rows", 1L);
    }

    /** The mean of each window and the sum of as many zeros as given, which the runtime adds up. */
    public static OnnxFiles zeros(long count) {
        return of(13).whole("count", count)
                .input("ecg", FLOAT, "rows", 1L, 10L)
                .add(operator("ConstantOfShape", "").input("count").output("zeros"))
                .add(operator("ReduceSum", "").input("zeros").output("sum").number("keepdims", 0))
                .add(operator("ReduceMean", "")
                        .input("ecg")
                        .output("m")
                        .list("axes", 2)
                        .number("keepdims", 0))
                .add(operator("Add", "").input("m").input("sum").output("y"))
                .output("y", FLOAT, "rows", 1L);
    }

    public OnnxFiles format(long version) {
        format = version;
        return this;
    }

    public OnnxFiles operators(String domain, long version) {
        operatorSets.add(new Message().text(1, domain).number(2, version));
        return this;
    }

    public OnnxFiles metadata(String key, String value) {
        metadata.add(new Message().text(1, key).text(2, value));
        return this;
    }

    public OnnxFiles add(Piece operator) {
        graph.message(1, operator.message);
        return this;
    }

    public OnnxFiles input(String name, int type, Object... axes) {
        graph.message(11, port(name, type, axes));
        return this;
    }

    public OnnxFiles output(String name, int type, Object... axes) {
        graph.message(12, port(name, type, axes));
        return this;
    }

    /** A function of the input "a" with the output "b". */
    public OnnxFiles function(String domain, String name, Piece... body) {
        return overloaded(domain, name, "", body);
    }

    /** The same of several functions of that name. */
    public OnnxFiles overloaded(String domain, String name, String overload, Piece... body) {
        var function = new Message()
                .text(1, name)
                .text(4, "a")
                .text(5, "b")
                .text(10, domain)
                .text(13, overload);
        for (var operator : body) {
            function.message(7, operator.message);
        }
        functions.add(function.message(9, new Message().text(1, "").number(2, 13)));
        return this;
    }

    /** An array of which the numbers are elsewhere. */
    public OnnxFiles external(String name, String place) {
        graph.message(
                5,
                new Message()
                        .number(1, 4)
                        .number(2, FLOAT)
                        .text(8, name)
                        .message(13, new Message().text(1, "location").text(2, place))
                        .number(14, 1));
        return this;
    }

    /** An array with as many bytes as given, whatever its shape. */
    public OnnxFiles array(String name, int bytes, long... shape) {
        var array = new Message().number(2, FLOAT).text(8, name);
        for (var length : shape) {
            array.number(1, length);
        }
        graph.message(5, array.bytes(9, new byte[bytes]));
        return this;
    }

    /** A list of one whole number. */
    public OnnxFiles whole(String name, long value) {
        graph.message(
                5, new Message().number(1, 1).number(2, INT64).text(8, name).number(7, value));
        return this;
    }

    public byte[] bytes() {
        var model = new Message().number(1, format).message(7, graph.text(2, "network"));
        operatorSets.forEach(set -> model.message(8, set));
        metadata.forEach(entry -> model.message(14, entry));
        functions.forEach(function -> model.message(25, function));
        return model.toBytes();
    }

    /** Messages in messages. */
    public static byte[] nested(int depth) {
        var message = new Message().number(1, 1);
        for (var i = 0; i < depth; i++) {
            // A graph in an attribute of an operator of a graph.
            message = new Message().message(i % 3 == 2 ? 1 : i % 3 == 1 ? 5 : 6, message);
        }
        return new Message().number(1, 8).message(7, message).toBytes();
    }

    private static Message port(String name, int type, Object... axes) {
        var shape = new Message();
        for (var axis : axes) {
            shape.message(
                    1,
                    axis instanceof Long length
                            ? new Message().number(1, length)
                            : new Message().text(2, (String) axis));
        }
        var array = new Message().number(1, type).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, array));
    }
}
