package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.ecgdistill.standin.ZipContent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A spec that is small enough to be a tree of settings. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {

    private static final String CLASS_NAME = "class_name";

    /** Subclasses need a public constructor without arguments too. */
    public AbstractSimplePortObjectSpec() {}

    protected abstract void save(ModelContentWO model);

    /** Called once, on a new object. */
    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(Object ospec) {
        return ospec == this
                || ospec != null
                        && ospec.getClass() == getClass()
                        && content().equals(((AbstractSimplePortObjectSpec) ospec).content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    private ModelContent content() {
        var content = new ModelContent("ignored");
        save(content);
        return content;
    }

    /** Writes and reads such specs: an entry content.xml with the class's name. */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
            extends PortObjectSpecSerializer<T> {

        @Override
        public void savePortObjectSpec(T portObject, PortObjectSpecZipOutputStream out) throws IOException {
            var model = new ModelContent("model.xml");
            model.addInt("version", 1);
            model.addString(CLASS_NAME, portObject.getClass().getName());
            portObject.save(model.addModelContent("model"));
            out.putNextEntry(new ZipEntry(ZipContent.CONTENT));
            model.saveToXML(out);
        }

        @Override
        @SuppressWarnings("unchecked") // the file names the class that wrote it
        public T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException {
            var model = ZipContent.read(in, ZipContent.CONTENT);
            try {
                var name = model.getString(CLASS_NAME);
                var type = PortTypeRegistry.getInstance()
                        .getSpecClass(name)
                        .orElseThrow(() -> new IOException("Unable to load class " + name));
                var spec = ZipContent.create(type.asSubclass(AbstractSimplePortObjectSpec.class));
                spec.load(model.getModelContent("model"));
                return (T) spec;
            } catch (InvalidSettingsException ex) {
                throw new IOException("Unable to load model content: " + ex.getMessage(), ex);
            }
        }
    }
}
