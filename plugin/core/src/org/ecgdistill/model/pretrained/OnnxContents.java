package org.ecgdistill.model.pretrained;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecgdistill.common.Words;
import org.ecgdistill.model.ModelException;

/**
 * Reads what an ONNX file says about its network, without the numbers: field numbers are those of {@code onnx.proto}.
 * Operators and arrays in loops, branches and functions are found too.
 */
final class OnnxContents {

    private static final int MOST_LISTED = 10_000;

    /** Each may call the next, and so on. */
    private static final int MOST_FUNCTIONS = 1000;

    private long format;
    private final Map<String, Long> operatorSets = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final OnnxGraph main = new OnnxGraph();
    private final Map<Operator, OnnxGraph> functions = new HashMap<>();
    private long parameters;
    private boolean hasGraph;

    /** An operator or a function. */
    record Operator(String domain, String type) {

        @Override
        public String toString() {
            return type + (domain.isEmpty() ? "" : " of " + domain);
        }
    }

    /** A graph with the graphs inside it, or a function. */
    static final class OnnxGraph {

        private final List<OnnxPort> inputs = new ArrayList<>();
        private final List<OnnxPort> outputs = new ArrayList<>();
        private final Set<String> initial = new HashSet<>();
        private final Map<Operator, Long> operators = new LinkedHashMap<>();

        /** Which operator computes a result. */
        private final Map<String, String> sources = new HashMap<>();

        Map<Operator, Long> operators() {
            return operators;
        }

        /** What has to be handed in. */
        List<OnnxPort> inputs() {
            return inputs.stream()
                    .filter(port -> !initial.contains(port.name()))
                    .toList();
        }

        List<OnnxPort> outputs() {
            return outputs.stream()
                    .map(port ->
                            new OnnxPort(port.name(), port.type(), port.shape(), sources.getOrDefault(port.name(), "")))
                    .toList();
        }
    }

    private OnnxContents() {}

    static OnnxContents read(byte[] file) {
        var contents = new OnnxContents();
        contents.readModel(new ProtoReader(file));
        if (!contents.hasGraph || contents.format == 0) {
            throw ProtoReader.damaged("it has no network");
        }
        return contents;
    }

    /** The version of the file format. */
    long format() {
        return format;
    }

    /** The version of the operators of each domain. */
    Map<String, Long> operatorSets() {
        return operatorSets;
    }

    Map<String, String> metadata() {
        return metadata;
    }

    OnnxGraph main() {
        return main;
    }

    Map<Operator, OnnxGraph> functions() {
        return functions;
    }

    /** How many numbers it has that training may have changed. */
    long parameters() {
        return parameters;
    }

    private void readModel(ProtoReader model) {
        while (model.next()) {
            switch (model.field()) {
                case 1 -> format = model.number();
                case 7 -> {
                    if (hasGraph) {
                        throw ProtoReader.damaged("it has two networks");
                    }
                    hasGraph = true;
                    readGraph(model.message(), main, true);
                }
                case 8 -> readOperatorSet(model.message());
                case 14 -> readMetadata(model.message());
                case 25 -> readFunction(model.message());
                default -> {
                    // Names, comments, and how to train the network.
                }
            }
        }
    }

    private void readOperatorSet(ProtoReader set) {
        var domain = "";
        var version = 0L;
        while (set.next()) {
            switch (set.field()) {
                case 1 -> domain = set.text();
                case 2 -> version = set.number();
                default -> {
                    // Nothing else is known.
                }
            }
        }
        operatorSets.merge(domain(domain), version, Math::max);
    }

    /** The usual domain has two names. */
    private static String domain(String name) {
        return name.equals("ai.onnx") ? "" : name;
    }

    private void readMetadata(ProtoReader entry) {
        var key = "";
        var value = "";
        while (entry.next()) {
            switch (entry.field()) {
                case 1 -> key = entry.text();
                case 2 -> value = entry.text();
                default -> {
                    // Nothing else is known.
                }
            }
        }
        if (metadata.size() < MOST_LISTED) {
            metadata.putIfAbsent(key, value);
        }
    }

    private void readFunction(ProtoReader function) {
        var name = "";
        var domain = "";
        var body = new OnnxGraph();
        while (function.next()) {
            switch (function.field()) {
                case 1 -> name = function.text();
                case 7 -> readNode(function.message(), body, false);
                case 9 -> readOperatorSet(function.message());
                case 10 -> domain = function.text();
                case 11 -> readAttribute(function.message(), body);
                default -> {
                    // Names of inputs and outputs, comments.
                }
            }
        }
        if (functions.size() == MOST_FUNCTIONS) {
            throw ProtoReader.damaged("it has more than " + MOST_FUNCTIONS + " functions");
        }
        var operator = new Operator(domain(domain), name);
        if (functions.put(operator, body) != null) {
            // The runtime does not distinguish them by their overload, and would compute something else.
            throw new ModelException("The network has several functions " + Words.quoted(operator.toString())
                    + ", which ONNX Runtime mistakes for each other. Export it without functions.");
        }
    }

    /**
     * @param isOutermost whether the graph's own inputs and outputs are those of the network
     */
    private void readGraph(ProtoReader graph, OnnxGraph into, boolean isOutermost) {
        while (graph.next()) {
            switch (graph.field()) {
                case 1 -> readNode(graph.message(), into, isOutermost);
                case 5 -> {
                    var name = readTensor(graph.message());
                    if (isOutermost) {
                        into.initial.add(name);
                    }
                }
                case 11 -> addPort(isOutermost, into.inputs, graph);
                case 12 -> addPort(isOutermost, into.outputs, graph);
                case 15 -> readSparse(graph.message());
                default -> {
                    // Names, comments, and shapes of what is computed on the way.
                }
            }
        }
    }

    private static void addPort(boolean isOutermost, List<OnnxPort> ports, ProtoReader graph) {
        if (isOutermost) {
            if (ports.size() == MOST_LISTED) {
                throw ProtoReader.damaged("it has more than " + MOST_LISTED + " inputs or outputs");
            }
            ports.add(OnnxPort.read(graph.message()));
        }
    }

    private void readNode(ProtoReader node, OnnxGraph into, boolean isOutermost) {
        var type = "";
        var domain = "";
        var results = new ArrayList<String>();
        while (node.next()) {
            switch (node.field()) {
                case 2 -> results.add(node.text());
                case 4 -> type = node.text();
                case 5 -> readAttribute(node.message(), into);
                case 7 -> domain = node.text();
                default -> {
                    // Names and comments.
                }
            }
        }
        into.operators.merge(new Operator(domain(domain), type), 1L, Long::sum);
        if (isOutermost) {
            for (var result : results) {
                into.sources.put(result, type);
            }
        }
    }

    private void readAttribute(ProtoReader attribute, OnnxGraph into) {
        while (attribute.next()) {
            switch (attribute.field()) {
                case 5, 10 -> readTensor(attribute.message());
                case 6, 11 -> readGraph(attribute.message(), into, false);
                case 22, 23 -> readSparse(attribute.message());
                default -> {
                    // Numbers and texts.
                }
            }
        }
    }

    private String readTensor(ProtoReader tensor) {
        var read = TensorReader.read(tensor);
        parameters += read.parameters();
        return read.name();
    }

    private void readSparse(ProtoReader sparse) {
        while (sparse.next()) {
            if (sparse.field() == 1 || sparse.field() == 2) {
                readTensor(sparse.message());
            }
        }
    }
}
