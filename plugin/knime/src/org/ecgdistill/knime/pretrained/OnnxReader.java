package org.ecgdistill.knime.pretrained;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecgdistill.common.Progress;
import org.ecgdistill.knime.common.Places;
import org.ecgdistill.knime.common.Warnings;
import org.ecgdistill.knime.learner.LearnerOutput;
import org.ecgdistill.knime.model.EcgModelSpec;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.OnnxModel;
import org.ecgdistill.model.pretrained.OnnxSource;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.osgi.framework.FrameworkUtil;

/** Joins file and settings: what the node does, once it knows its parameters. */
final class OnnxReader {

    private final OnnxReaderParameters parameters;

    OnnxReader(OnnxReaderParameters parameters) {
        this.parameters = parameters;
    }

    EcgModelSpec configure() throws InvalidSettingsException {
        parameters.check();
        return EcgModelSpec.untrained(parameters.name(), parameters.m_target.strip());
    }

    void execute(ExecuteOutput out, ExecutionContext exec, Progress progress)
            throws KNIMEException, InvalidSettingsException {
        configure();
        progress.report(0, "Reading " + parameters.name());
        var source = Places.read(parameters.file(), OnnxSource::read);
        var model = model(source);
        progress.report(0.9, "Storing the model");
        out.setOutData(0, LearnerOutput.port(model, exec));
        Warnings.text(doubts(source, model.manifest())).ifPresent(out::setWarningMessage);
    }

    private OnnxModel model(OnnxSource source) {
        var bundle = FrameworkUtil.getBundle(OnnxReader.class);
        var builder = source.builder()
                .made(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        Map.of(
                                "ECG Distill",
                                bundle == null ? "unknown" : bundle.getVersion().toString()));
        if (source.manifest().isEmpty() || !parameters.m_name.isBlank()) {
            builder.name(parameters.name());
        }
        if (source.manifest().isEmpty() || !parameters.m_target.equals(OnnxReaderParameters.TARGET)) {
            builder.target(parameters.m_target.strip());
        }
        parameters.applyTo(builder);
        return builder.build();
    }

    /** What the file leaves open, and was assumed. */
    private List<String> doubts(OnnxSource source, Manifest manifest) {
        var doubts = new ArrayList<String>();
        if (source.manifest().isEmpty() && parameters.m_input.leavesScalingOpen()) {
            doubts.add(
                    "The file does not state how signals are scaled: they are not scaled, and are in "
                            + manifest.input().unit().symbol()
                            + ". Choose scaling and unit as its authors describe them; with others the network predicts badly.");
        }
        return doubts;
    }
}
