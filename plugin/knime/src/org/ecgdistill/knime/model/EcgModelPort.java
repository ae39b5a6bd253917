package org.ecgdistill.knime.model;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.ecgdistill.model.EcgModel;
import org.ecgdistill.model.Manifest;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * A model between nodes. Its numbers lie in a file store, as the model file that they would be anywhere else, and
 * are read when a node asks for them.
 */
public final class EcgModelPort extends FileStorePortObject {

    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(EcgModelPort.class);

    /** KNIME keeps the file store; nothing else travels here. */
    public static final class Serializer extends PortObjectSerializer<EcgModelPort> {

        @Override
        public void savePortObject(EcgModelPort port, PortObjectZipOutputStream out, ExecutionMonitor exec)
                throws IOException {
            out.putNextEntry(new ZipEntry("empty"));
            out.closeEntry();
        }

        @Override
        public EcgModelPort loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec) {
            return new EcgModelPort((EcgModelSpec) spec);
        }
    }

    private final EcgModelSpec spec;

    /** Given up when memory is short: the file is still there. */
    private SoftReference<EcgModel> loaded = new SoftReference<>(null);

    private EcgModelPort(EcgModelSpec spec) {
        this.spec = spec;
    }

    private EcgModelPort(EcgModelSpec spec, FileStore file) {
        super(List.of(file));
        this.spec = spec;
    }

    /** Writes a model into a file store, so that nothing but the store has to outlive the node. */
    public static EcgModelPort of(EcgModel model, FileStore file) throws IOException {
        model.write(file.getFile().toPath());
        return new EcgModelPort(EcgModelSpec.of(model.manifest()), file);
    }

    /**
     * The model with its numbers.
     *
     * @throws org.ecgdistill.model.ModelException if its file is damaged
     */
    public synchronized EcgModel model() {
        var model = loaded.get();
        if (model == null) {
            model = EcgModel.read(getFileStore(0).getFile().toPath());
            loaded = new SoftReference<>(model);
        }
        return model;
    }

    @Override
    public EcgModelSpec getSpec() {
        return spec;
    }

    @Override
    public String getSummary() {
        return spec.manifest().map(EcgModelPort::summary).orElse(spec.name());
    }

    private static String summary(Manifest manifest) {
        return manifest.name() + " (" + manifest.architecture().type() + ", "
                + manifest.architecture().form().parameters() + " parameters): " + manifest.target() + " = "
                + String.join(" / ", manifest.classes());
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
