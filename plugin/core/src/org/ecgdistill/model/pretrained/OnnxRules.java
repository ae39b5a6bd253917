package org.ecgdistill.model.pretrained;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.ecgdistill.common.Words;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.model.pretrained.OnnxContents.OnnxGraph;
import org.ecgdistill.model.pretrained.OnnxContents.Operator;

/** Which networks ONNX Runtime {@value #RUNTIME} can be given. */
final class OnnxRules {

    private static final String RUNTIME = "1.20";

    /** The latest versions that the runtime knows. */
    private static final int FORMAT = 10;

    private static final Map<String, Integer> OPERATOR_SETS = Map.of("", 21, "ai.onnx.ml", 5, "com.microsoft", 1);

    /** A large language model has some ten thousand operators. */
    private static final long MOST_OPERATORS = 1_000_000;

    private static final Operator COMPILED = new Operator("com.microsoft", "EPContext");

    private final OnnxContents contents;

    /** How many operators a function becomes; 0 while it is being counted. */
    private final Map<Operator, Long> sizes = new HashMap<>();

    private OnnxRules(OnnxContents contents) {
        this.contents = contents;
    }

    /** Refuses a network that the runtime cannot run, or that reads anything besides its file. */
    static void check(OnnxContents contents) {
        var rules = new OnnxRules(contents);
        rules.checkVersions();
        rules.checkOperators();
        rules.size(contents.main());
    }

    private void checkVersions() {
        if (contents.format() < 1 || contents.format() > FORMAT) {
            throw new ModelException("The file has version " + Long.toUnsignedString(contents.format())
                    + " of the ONNX format, but ONNX Runtime " + RUNTIME + " reads versions from 1 to " + FORMAT
                    + ". Export the network in an older version.");
        }
        contents.operatorSets().forEach((domain, version) -> {
            int latest = OPERATOR_SETS.getOrDefault(domain, Integer.MAX_VALUE);
            if (version > latest || version < 1) {
                throw new ModelException("The network uses version " + version + " of the operators"
                        + (domain.isEmpty() ? "" : " of " + Words.quoted(domain)) + " (opset), but ONNX Runtime "
                        + RUNTIME + " knows versions from 1 to " + latest
                        + ". Export the network with an opset that it knows.");
            }
        });
    }

    private void checkOperators() {
        var all = new HashSet<>(contents.main().operators().keySet());
        contents.functions()
                .values()
                .forEach(body -> all.addAll(body.operators().keySet()));
        if (all.contains(COMPILED)) {
            throw new ModelException("The network was compiled for one kind of processor (EPContext) and cannot be read"
                    + " elsewhere. Export it again, without compiling it.");
        }
        var custom = all.stream()
                .filter(operator -> !OPERATOR_SETS.containsKey(operator.domain())
                        && !contents.functions().containsKey(operator))
                .map(Operator::toString)
                .sorted()
                .toList();
        if (!custom.isEmpty()) {
            throw new ModelException("The network needs operators that are not part of ONNX: " + Words.list(custom)
                    + ". Export it with standard operators only.");
        }
        if (contents.main().operators().isEmpty()) {
            throw ProtoReader.damaged("its network has no operators");
        }
    }

    /** How many operators a graph has once its functions are put in their places. */
    private long size(OnnxGraph graph) {
        var sum = 0L;
        for (var operator : graph.operators().entrySet()) {
            sum += operator.getValue() * size(operator.getKey());
            if (sum > MOST_OPERATORS) {
                throw new ModelException("The network has more than " + Words.count(MOST_OPERATORS)
                        + " operators. Export it without repeating them.");
            }
        }
        return sum;
    }

    private long size(Operator operator) {
        var body = contents.functions().get(operator);
        if (body == null) {
            return 1;
        }
        var known = sizes.get(operator);
        if (known != null) {
            if (known == 0) {
                throw ProtoReader.damaged("the function " + Words.quoted(operator.toString()) + " contains itself");
            }
            return known;
        }
        sizes.put(operator, 0L);
        var size = Math.max(1, size(body));
        sizes.put(operator, size);
        return size;
    }
}
