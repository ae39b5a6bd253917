package org.ecgdistill.knime.model;

import java.util.Optional;
import javax.swing.JComponent;
import org.ecgdistill.knime.common.NodeWork;
import org.ecgdistill.model.Manifest;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** What is known of a model: its name and target before it is trained, everything but its numbers afterwards. */
public final class EcgModelSpec extends AbstractSimplePortObjectSpec {

    private static final String NAME = "name";
    private static final String TARGET = "target";
    private static final String MANIFEST = "manifest";

    /** Found by KNIME through the port type's registration. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<EcgModelSpec> {}

    private String name;
    private String target;
    private Manifest manifest;

    /** For the serializer. */
    public EcgModelSpec() {}

    private EcgModelSpec(String name, String target, Manifest manifest) {
        this.name = name;
        this.target = target;
        this.manifest = manifest;
    }

    /** Of a model that is yet to be trained. */
    public static EcgModelSpec untrained(String name, String target) {
        return new EcgModelSpec(name, target, null);
    }

    public static EcgModelSpec of(Manifest manifest) {
        return new EcgModelSpec(manifest.name(), manifest.target(), manifest);
    }

    /** As the analyst calls the model. */
    public String name() {
        return name;
    }

    /** The label column. */
    public String target() {
        return target;
    }

    /** Empty before the model is trained. */
    public Optional<Manifest> manifest() {
        return Optional.ofNullable(manifest);
    }

    @Override
    protected void save(ModelContentWO model) {
        model.addString(NAME, name);
        model.addString(TARGET, target);
        model.addString(MANIFEST, manifest == null ? null : manifest.toJson());
    }

    @Override
    protected void load(ModelContentRO model) throws InvalidSettingsException {
        name = model.getString(NAME);
        target = model.getString(TARGET);
        var json = model.getString(MANIFEST);
        manifest = json == null ? null : NodeWork.plan(() -> Manifest.ofJson(json));
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
