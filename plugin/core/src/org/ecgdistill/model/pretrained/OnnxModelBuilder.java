package org.ecgdistill.model.pretrained;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.common.Words;
import org.ecgdistill.evaluation.study.Exposure;
import org.ecgdistill.model.Architecture;
import org.ecgdistill.model.InputFilter;
import org.ecgdistill.model.InputForm;
import org.ecgdistill.model.InputScaling;
import org.ecgdistill.model.InputUnit;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.model.OnnxForm;
import org.ecgdistill.model.OnnxModel;
import org.ecgdistill.model.OutputKind;
import org.ecgdistill.model.Provenance;
import org.ecgdistill.signal.resample.Resampling;

/** Makes a model of a network in an ONNX file: what the file says is the beginning, and what the analyst says counts. */
public final class OnnxModelBuilder {

    private final OnnxSource source;
    private final byte[] content;
    private String name;
    private String target;
    private List<String> leads;
    private double rate;
    private int samples;
    private InputFilter filter;
    private InputScaling scaling;
    private InputUnit unit;
    private OnnxPort output;
    private Optional<List<String>> classes = Optional.empty();
    private Optional<OutputKind> kind = Optional.empty();
    private Optional<Boolean> severalLabels = Optional.empty();
    private Optional<OnnxPort> features;
    private String trainedOn = "";
    private Exposure exposure = Exposure.UNKNOWN;
    private String created = "";
    private Map<String, String> versions = Map.of();

    OnnxModelBuilder(OnnxSource source, byte[] content) {
        this.source = source;
        this.content = content;
        var input = source.manifest().map(Manifest::input);
        this.name = source.manifest().map(Manifest::name).orElse("ONNX");
        this.target = source.manifest().map(Manifest::target).orElse("Class");
        this.leads = source.leads();
        this.rate = source.rate().orElse(0);
        this.samples = source.samples().orElse(0);
        this.filter = input.map(InputForm::filter).orElse(InputFilter.NONE);
        this.scaling = input.map(InputForm::scaling).orElse(InputScaling.NONE);
        this.unit = source.unit();
        this.output = source.likelyOutput();
        this.features = source.likelyFeatures();
    }

    /** As the analyst calls the model. */
    public OnnxModelBuilder name(String other) {
        name = other;
        return this;
    }

    /** The label column that the classes belong to. */
    public OnnxModelBuilder target(String other) {
        target = other;
        return this;
    }

    /** The leads' names in the network's order. */
    public OnnxModelBuilder leads(List<String> others) {
        leads = List.copyOf(others);
        return this;
    }

    /** The sampling rate that the network sees, in Hz. */
    public OnnxModelBuilder rate(double other) {
        rate = other;
        return this;
    }

    /** The samples of each lead in a window; needed if the file leaves them open. */
    public OnnxModelBuilder samples(int other) {
        samples = other;
        return this;
    }

    public OnnxModelBuilder filter(InputFilter other) {
        filter = other;
        return this;
    }

    public OnnxModelBuilder scaling(InputScaling other) {
        scaling = other;
        return this;
    }

    public OnnxModelBuilder unit(InputUnit other) {
        unit = other;
        return this;
    }

    /** The output with a number for each class; for two classes, the number of the second is enough. */
    public OnnxModelBuilder output(String other) {
        output = named(other);
        return this;
    }

    /** The output with features, which students can learn from. */
    public OnnxModelBuilder features(String other) {
        features = Optional.of(named(other));
        return this;
    }

    /** The classes' names in the network's order. */
    public OnnxModelBuilder classes(List<String> others) {
        classes = Optional.of(List.copyOf(others));
        return this;
    }

    public OnnxModelBuilder kind(OutputKind other) {
        kind = Optional.of(other);
        return this;
    }

    /** Whether several classes may apply at once. */
    public OnnxModelBuilder severalLabels(boolean others) {
        severalLabels = Optional.of(others);
        return this;
    }

    /** What the network has learnt from, and whether the rows at hand were among it. */
    public OnnxModelBuilder trainedOn(String data, Exposure other) {
        trainedOn = data;
        exposure = other;
        return this;
    }

    /**
     * When and by which software the model was made.
     *
     * @param time as ISO 8601
     */
    public OnnxModelBuilder made(String time, Map<String, String> by) {
        created = time;
        versions = Map.copyOf(by);
        return this;
    }

    private OnnxPort named(String port) {
        return source.output(port)
                .orElseThrow(() -> new ModelException("The network has no output "
                        + Words.quoted(port) + " of the shape [rows, classes]. Its outputs are "
                        + Words.list(
                                source.outputs().stream().map(OnnxPort::name).toList()) + "."));
    }

    /**
     * The model.
     *
     * @throws ModelException if something that the file leaves open is missing, or does not fit the network
     */
    public OnnxModel build() {
        checkInput();
        var names = classes.orElseGet(() -> source.classes(output));
        var width = width(names);
        var isSeveral = width > 1 && severalLabels.orElse(output.source().equals("Sigmoid"));
        var form = OnnxForm.of(
                        source.input().name(),
                        leads.size(),
                        source.samples().orElse(0),
                        source.batch().orElse(0),
                        output.name(),
                        width)
                .with(kind.orElseGet(() -> source.likelyKind(output)), isSeveral)
                .withEmbedding(features.map(OnnxPort::name).orElse(""))
                .withSize(source.parameters(), content.length);
        var provenance = source.manifest()
                .map(Manifest::provenance)
                .orElseGet(() -> Provenance.of(created, versions))
                .withTrainingElsewhere(
                        trainedOn.isEmpty()
                                ? source.manifest()
                                        .map(known -> known.provenance().trainedOn())
                                        .orElse("")
                                : trainedOn,
                        exposure);
        return new OnnxModel(new Manifest(name, Architecture.of(form), input(), target, names, provenance), content);
    }

    private void checkInput() {
        var count = source.leadCount();
        if (leads.isEmpty() || count.isPresent() && count.getAsInt() != leads.size()) {
            throw new ModelException("The network takes "
                    + (count.isPresent() ? Words.count(count.getAsInt(), "lead", "leads") : "any number of leads")
                    + ", but " + Words.count(leads.size(), "is", "are") + " named"
                    + (leads.isEmpty() ? "" : " (" + String.join(", ", leads) + ")")
                    + ". List the leads in the network's order.");
        }
        // A learner may have left the rate open too.
        if (!(rate > 0) && source.manifest().isEmpty()) {
            throw new ModelException("The file does not say at which sampling rate the network was trained. Set it.");
        }
        var window = source.samples();
        if (samples < 1 || window.isPresent() && window.getAsInt() != samples) {
            throw new ModelException(
                    window.isPresent()
                            ? "The network takes " + window.getAsInt() + " samples of each lead, but " + samples
                                    + " are set. Set its own number."
                            : "The network takes any number of samples. Set the length of the windows.");
        }
    }

    private int width(List<String> names) {
        var shown = Words.quoted(output.name());
        var axis = output.shape().get(1);
        if (names.isEmpty()) {
            throw new ModelException("The file does not name the classes of its output " + shown + " (" + output.shape()
                    + "). List them in the network's order.");
        }
        var width = axis.length().isPresent() ? (int) axis.length().getAsLong() : names.size();
        if (names.size() < 2 || width != names.size() && !(width == 1 && names.size() == 2)) {
            throw new ModelException("The output " + shown + " gives " + Words.count(width, "number", "numbers")
                    + " for a window, but " + Words.count(names.size(), "class is", "classes are") + " listed ("
                    + String.join(", ", names)
                    + "). List one name for each number, in the network's order, or two names for a single number.");
        }
        return width;
    }

    private InputForm input() {
        var written = source.manifest().map(Manifest::input);
        // Files of ECG Distill may take signals of one rate and length only, as their learner has chosen.
        var isResampled = written.map(InputForm::resampled).orElse(true);
        var isFitted = written.map(InputForm::fitted).orElse(true);
        var form = new InputForm(leads, rate, samples, isResampled, isFitted, filter, scaling)
                .withUnit(unit)
                .withResampling(written.map(InputForm::resampling).orElse(Resampling.POLYPHASE));
        // A learner's own files keep what it did; other networks predict for windows of longer recordings.
        return written.map(InputForm::windows).orElse(true) ? form.withWindows() : form;
    }
}
