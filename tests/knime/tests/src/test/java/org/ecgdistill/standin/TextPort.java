package org.ecgdistill.standin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;

/** A text in a file store, another in the port object's own zip. */
public final class TextPort extends FileStorePortObject {

    static final PortType TYPE =
            PortTypes.register("Text", TextPort.class, Serializer::new, TextSpec.class, TextSpec.Serializer::new);

    /** Writes the text that is not in a file store. */
    public static final class Serializer extends PortObjectSerializer<TextPort> {

        @Override
        public void savePortObject(TextPort port, PortObjectZipOutputStream out, ExecutionMonitor monitor)
                throws IOException {
            out.putNextEntry(new ZipEntry("text"));
            out.write(port.text.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }

        @Override
        public TextPort loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor monitor)
                throws IOException {
            in.getNextEntry();
            return new TextPort((TextSpec) spec, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private final TextSpec spec;
    private final String text;

    private TextPort(TextSpec spec, String text) {
        this.spec = spec;
        this.text = text;
    }

    private TextPort(TextSpec spec, String text, FileStore store) {
        super(List.of(store));
        this.spec = spec;
        this.text = text;
    }

    static TextPort of(String text, String stored, FileStore store) throws IOException {
        Files.writeString(store.getFile().toPath(), stored);
        return new TextPort(new TextSpec("spec of " + text), text, store);
    }

    String text() {
        return text;
    }

    String stored() throws IOException {
        return Files.readString(getFileStore(0).getFile().toPath());
    }

    @Override
    public TextSpec getSpec() {
        return spec;
    }

    @Override
    public String getSummary() {
        return text;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** A text too. */
    public static final class TextSpec extends AbstractSimplePortObjectSpec {

        /** Found through the declaration of the port type. */
        public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<TextSpec> {}

        private String text;

        /** For the serializer. */
        public TextSpec() {}

        TextSpec(String text) {
            this.text = text;
        }

        @Override
        protected void save(ModelContentWO model) {
            model.addString("text", text);
        }

        @Override
        protected void load(ModelContentRO model) throws InvalidSettingsException {
            text = model.getString("text");
        }
    }
}
