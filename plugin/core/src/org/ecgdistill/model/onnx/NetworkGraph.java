package org.ecgdistill.model.onnx;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.model.Architecture;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.ResNet1d;
import org.ecgdistill.nn.Vit1d;

/** The students' forward passes as ONNX operations; the counterparts of the networks in {@link org.ecgdistill.nn}. */
final class NetworkGraph {

    /** The batch and layer normalisations' own, against division by zero. */
    private static final double EPSILON = 1e-5;

    private final Graph graph;

    NetworkGraph(Graph graph) {
        this.graph = graph;
    }

    /** From the signals to the logits. */
    String logits(Architecture architecture, String input, String output) {
        if (architecture.form() instanceof ResNet1d.Form form) {
            return head(resNet(form, input), form.bottleneck(), output);
        }
        if (architecture.form() instanceof Cnn1d.Form form) {
            return head(cnn(form, input), form.bottleneck(), output);
        }
        if (architecture.form() instanceof Vit1d.Form form) {
            return head(vit(form, input), form.bottleneck(), output);
        }
        throw new ModelException(
                "Only students can be written as ONNX (ResNet-1D, CNN-1D, ViT-1D), but this model is a "
                        + architecture.type() + ". Connect the model of a KD Student Learner.");
    }

    private String resNet(ResNet1d.Form form, String input) {
        var x = relu(convolve("stem", input, 2));
        for (var stage = 0; stage < form.widths().size(); stage++) {
            for (var block = 0; block < form.blocks(); block++) {
                var name = "stage" + (stage + 1) + ".block" + (block + 1) + ".";
                var stride = stage > 0 && block == 0 ? 2 : 1;
                var y = convolve(name + "conv2", relu(convolve(name + "conv1", x, stride)), 1);
                var shortcut = graph.has(name + "shortcut.weight") ? convolve(name + "shortcut", x, stride) : x;
                x = relu(graph.add("Add", List.of(y, shortcut)));
            }
        }
        return mean(x, 2);
    }

    private String cnn(Cnn1d.Form form, String input) {
        var x = input;
        for (var layer = 1; layer <= form.widths().size(); layer++) {
            x = relu(convolve("conv" + layer, x, 2));
        }
        return relu(dense("hidden", mean(x, 2)));
    }

    private String vit(Vit1d.Form form, String input) {
        var patches = (long) form.samples() / form.patch();
        var cut = graph.add(
                "Conv",
                List.of(input, graph.array("patch.weight"), graph.array("patch.bias")),
                Graph.set("kernel_shape", form.patch()),
                Graph.set("strides", form.patch()));
        var x = add(transpose(cut, 0, 2, 1), graph.array("positions"));
        x = add(x, attention(form, patches, norm("norm1", x)));
        var hidden = gelu(times("expand", norm("norm2", x)));
        return mean(add(x, times("contract", hidden)), 1);
    }

    private String attention(Vit1d.Form form, long patches, String x) {
        var width = (long) form.width() / form.heads();
        var apart = graph.constant("apart", 0, patches, form.heads(), width);
        var together = graph.constant("together", 0, patches, form.width());
        var parts = new ArrayList<String>();
        for (var part : List.of("query", "key", "value")) {
            parts.add(transpose(graph.add("Reshape", List.of(times(part, x), apart)), 0, 2, 1, 3));
        }
        var match = graph.add("MatMul", List.of(parts.get(0), transpose(parts.get(1), 0, 1, 3, 2)));
        var scale = graph.constant("attention.scale", (float) (1 / Math.sqrt(width)));
        var share = graph.add("Softmax", List.of(graph.add("Mul", List.of(match, scale))), Graph.one("axis", 3));
        var joined = transpose(graph.add("MatMul", List.of(share, parts.get(2))), 0, 2, 1, 3);
        return times("join", graph.add("Reshape", List.of(joined, together)));
    }

    private String head(String features, int bottleneck, String output) {
        var last = bottleneck > 0 ? graph.add("Tanh", List.of(dense("bottleneck", features))) : features;
        return graph.add("Gemm", output, denseInputs("dense", last), Graph.one("transB", 1));
    }

    private String convolve(String name, String x, int stride) {
        var kernel = graph.length(name + ".weight", 2);
        var convolved = graph.add(
                "Conv",
                List.of(x, graph.array(name + ".weight")),
                Graph.set("kernel_shape", kernel),
                Graph.set("pads", kernel / 2, kernel / 2),
                Graph.set("strides", stride));
        return graph.add(
                "BatchNormalization",
                List.of(
                        convolved,
                        graph.array(name + ".norm.weight"),
                        graph.array(name + ".norm.bias"),
                        graph.array(name + ".norm.running_mean"),
                        graph.array(name + ".norm.running_var")),
                Graph.real("epsilon", EPSILON));
    }

    private String dense(String name, String x) {
        return graph.add("Gemm", denseInputs(name, x), Graph.one("transB", 1));
    }

    private List<String> denseInputs(String name, String x) {
        return List.of(x, graph.array(name + ".weight"), graph.array(name + ".bias"));
    }

    /** A dense layer of more than two axes, which Gemm does not take. */
    private String times(String name, String x) {
        return add(graph.add("MatMul", List.of(x, graph.transposed(name + ".weight"))), graph.array(name + ".bias"));
    }

    /** x/2 · (1 + erf(x/√2)) */
    private String gelu(String x) {
        var root = graph.constant("gelu.root", (float) Math.sqrt(0.5));
        var unit = graph.constant("gelu.one", 1f);
        var half = graph.constant("gelu.half", 0.5f);
        var erf = graph.add("Erf", List.of(graph.add("Mul", List.of(x, root))));
        return graph.add("Mul", List.of(graph.add("Mul", List.of(x, half)), add(erf, unit)));
    }

    private String norm(String name, String x) {
        return graph.add(
                "LayerNormalization",
                List.of(x, graph.array(name + ".weight"), graph.array(name + ".bias")),
                Graph.one("axis", -1),
                Graph.real("epsilon", EPSILON));
    }

    private String relu(String x) {
        return graph.add("Relu", List.of(x));
    }

    private String add(String x, String y) {
        return graph.add("Add", List.of(x, y));
    }

    private String mean(String x, long axis) {
        return graph.add("ReduceMean", List.of(x), Graph.set("axes", axis), Graph.one("keepdims", 0));
    }

    private String transpose(String x, long... axes) {
        return graph.add("Transpose", List.of(x), Graph.set("perm", axes));
    }
}
