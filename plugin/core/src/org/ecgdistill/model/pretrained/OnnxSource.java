package org.ecgdistill.model.pretrained;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ecgdistill.common.Words;
import org.ecgdistill.model.InputForm;
import org.ecgdistill.model.InputUnit;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.model.OnnxForm;
import org.ecgdistill.model.OutputKind;
import org.ecgdistill.signal.Lead;

/**
 * What an ONNX file says about the network in it: [rows, leads, samples] → [rows, classes].
 *
 * <p>A call reads like this:
 *
 * <pre>{@code
 * var source = OnnxSource.read(file);
 * var model = source.builder().rate(500).scaling(InputScaling.RANKS).classes(names).build();
 * }</pre>
 */
public final class OnnxSource {

    /** Of the file, in bytes. */
    public static final int LARGEST = 500_000_000;

    /** More than any lead system has; more are samples, in a file whose axes have another order. */
    private static final int MOST_LEADS = 256;

    private static final String MANIFEST = "ecgdistill.manifest";

    private final byte[] content;
    private final OnnxPort input;
    private final List<OnnxPort> outputs;
    private final OnnxMetadata metadata;
    private final Optional<Manifest> manifest;
    private final long parameters;

    private OnnxSource(byte[] content) {
        this.content = content;
        var contents = OnnxContents.read(content);
        OnnxRules.check(contents);
        this.input = input(contents.main().inputs());
        this.outputs = outputs(contents.main().outputs(), batch());
        this.metadata = new OnnxMetadata(contents.metadata());
        this.manifest = Optional.ofNullable(contents.metadata().get(MANIFEST)).map(Manifest::ofJson);
        this.parameters = contents.parameters();
    }

    /**
     * Reads a file.
     *
     * @throws ModelException if it is no ONNX file, or not one of a network that can be used here
     */
    public static OnnxSource read(Path file) throws IOException {
        var size = Files.size(file);
        if (size > LARGEST) {
            throw new ModelException("The file is " + Words.count(size) + " bytes long, but at most "
                    + Words.count(LARGEST) + " are read. Choose a smaller network.");
        }
        try (var in = Files.newInputStream(file)) {
            return new OnnxSource(in.readNBytes(LARGEST));
        }
    }

    /** The same for the content of a file. */
    public static OnnxSource of(byte[] content) {
        return new OnnxSource(content.clone());
    }

    /**
     * Compares the content of a file with what is known of it.
     *
     * @throws ModelException if they do not agree
     */
    public static void check(byte[] content, OnnxForm form) {
        new OnnxSource(content).check(form);
    }

    private void check(OnnxForm form) {
        var table = output(form.output());
        var isSame = form.bytes() == content.length
                && form.parameters() == parameters
                && form.input().equals(input.name())
                && form.batch() == batch().orElse(0)
                && input.shape().get(1).fits(form.leads())
                && (form.samples() == 0
                        ? input.shape().get(2).length().isEmpty()
                        : input.shape().get(2).fits(form.samples()))
                && table.isPresent()
                && table.get().shape().get(1).fits(form.classes())
                && form.features().map(name -> output(name).isPresent()).orElse(true);
        if (!isSame) {
            throw new ModelException("The model's description does not belong to its network, which takes " + input
                    + " and gives "
                    + Words.list(outputs.stream().map(OnnxPort::name).toList())
                    + ". Read the ONNX file again.");
        }
    }

    private static OnnxPort input(List<OnnxPort> inputs) {
        var input = inputs.size() == 1 ? inputs.get(0) : null;
        if (input == null || input.shape().size() != 3) {
            throw new ModelException("The network should take one input of the shape [rows, leads, samples], but takes "
                    + shown(inputs) + ". Export it so that it takes the leads of an ECG one below the other.");
        }
        if (!input.isFloat()) {
            throw new ModelException("The network should take numbers of type float32, but takes " + input
                    + ". Export it with an input of that type.");
        }
        var leads = input.shape().get(1).length().orElse(1);
        if (leads > MOST_LEADS) {
            throw new ModelException("The network takes " + input + ", and [rows, leads, samples] is expected, with at"
                    + " most " + MOST_LEADS + " leads. Export it with the leads before the samples.");
        }
        var most = 1.0;
        for (var axis : input.shape()) {
            most *= axis.length().orElse(1);
        }
        if (most > InputForm.MOST_SAMPLES) {
            throw new ModelException("The network takes " + input + " at once, but at most "
                    + Words.count(InputForm.MOST_SAMPLES) + " samples are read. Choose another network.");
        }
        return input;
    }

    private static List<OnnxPort> outputs(List<OnnxPort> all, OptionalInt batch) {
        var tables = all.stream().filter(port -> port.isTable(batch)).toList();
        if (tables.isEmpty()) {
            throw new ModelException(
                    "The network should have an output of the shape [rows, classes] with numbers of type"
                            + " float32, but gives " + shown(all)
                            + ". Export it so that it gives one number for each class.");
        }
        return tables;
    }

    private static String shown(List<OnnxPort> ports) {
        if (ports.isEmpty()) {
            return "nothing";
        }
        var named = ports.stream().limit(3).map(OnnxPort::toString).toList();
        return String.join(", ", named) + (ports.size() > 3 ? " and " + Words.count(ports.size() - 3) + " more" : "");
    }

    /** What the network reads. */
    public OnnxPort input() {
        return input;
    }

    /** The outputs with numbers for each row: classes, or features. */
    public List<OnnxPort> outputs() {
        return outputs;
    }

    /** How many rows the network computes at once; empty if any number will do. */
    public OptionalInt batch() {
        return length(0);
    }

    /** How many leads it reads; empty if any number will do. */
    public OptionalInt leadCount() {
        return length(1);
    }

    /** How many samples of each lead it reads; empty if any number will do. */
    public OptionalInt samples() {
        return length(2);
    }

    private OptionalInt length(int axis) {
        var length = input.shape().get(axis).length();
        return length.isPresent() ? OptionalInt.of((int) length.getAsLong()) : OptionalInt.empty();
    }

    /** How many numbers it has that training may have changed. */
    public long parameters() {
        return parameters;
    }

    /** The description that ECG Distill wrote into the file. */
    public Optional<Manifest> manifest() {
        return manifest;
    }

    /** The leads' names; empty if they are unknown. */
    public List<String> leads() {
        if (manifest.isPresent()) {
            return manifest.get().input().leads();
        }
        var count = leadCount();
        var named = metadata.leads();
        if (!named.isEmpty() && (count.isEmpty() || count.getAsInt() == named.size())) {
            return named;
        }
        if (count.equals(OptionalInt.of(Lead.values().length))) {
            return Stream.of(Lead.values()).map(Lead::label).toList();
        }
        return count.equals(OptionalInt.of(1)) ? List.of(InputForm.ANY) : List.of();
    }

    /** The sampling rate in Hz; empty if the file does not give it. */
    public OptionalDouble rate() {
        var rate = manifest.map(known -> known.input().rate()).orElse(0.0);
        return rate > 0 ? OptionalDouble.of(rate) : metadata.rate();
    }

    /** The unit of the signals; millivolts if the file does not give it. */
    public InputUnit unit() {
        return manifest.map(known -> known.input().unit()).or(metadata::unit).orElse(InputUnit.MILLIVOLT);
    }

    /** The names of an output's classes; empty if the file does not give them. */
    public List<String> classes(OnnxPort output) {
        var classes = manifest.map(Manifest::classes).orElseGet(metadata::classes);
        var width = output.shape().get(1);
        if (classes.size() < 2) {
            return List.of();
        }
        return width.fits(classes.size()) || classes.size() == 2 && width.fits(1) ? classes : List.of();
    }

    /** The output that is most likely the one with the classes. */
    public OnnxPort likelyOutput() {
        var candidates =
                outputs.stream().filter(port -> !port.isLikelyFeatures()).toList();
        return Stream.of("logit", "prob", "class")
                .flatMap(part -> candidates.stream().filter(port -> port.says(part)))
                .findFirst()
                .orElse(candidates.isEmpty() ? outputs.get(0) : candidates.get(0));
    }

    /** The output that is most likely one of features. */
    public Optional<OnnxPort> likelyFeatures() {
        return outputs.stream()
                .filter(OnnxPort::isLikelyFeatures)
                .filter(port -> !port.equals(likelyOutput()))
                .findFirst();
    }

    /** What an output's numbers most likely are. */
    public OutputKind likelyKind(OnnxPort output) {
        var isProbability = output.says("prob") || List.of("Softmax", "Sigmoid").contains(output.source());
        var isLogarithm = Stream.of("logit", "log_prob", "logprob").anyMatch(output::says)
                || output.source().equals("LogSoftmax");
        return isProbability && !isLogarithm ? OutputKind.PROBABILITIES : OutputKind.LOGITS;
    }

    /** An output by its name. */
    public Optional<OnnxPort> output(String name) {
        return outputs.stream().filter(port -> port.name().equals(name)).findFirst();
    }

    /** Of a model of this network, beginning with what the file says. */
    public OnnxModelBuilder builder() {
        return new OnnxModelBuilder(this, content);
    }
}
