package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.ecgdistill.standin.ZipContent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A port object that is small enough to be a tree of settings. */
public abstract class AbstractSimplePortObject implements PortObject {

    private static final String CLASS_NAME = "class_name";

    /** Subclasses need a public constructor without arguments too. */
    public AbstractSimplePortObject() {}

    protected abstract void save(ModelContentWO model, ExecutionMonitor exec) throws CanceledExecutionException;

    /** Called once, on a new object. */
    protected abstract void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor exec)
            throws InvalidSettingsException, CanceledExecutionException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** Writes and reads such objects: an entry content.xml with the class's name. */
    public abstract static class AbstractSimplePortObjectSerializer<T extends AbstractSimplePortObject>
            extends PortObjectSerializer<T> {

        @Override
        public void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            var model = new ModelContent("model.xml");
            model.addInt("version", 1);
            model.addString(CLASS_NAME, portObject.getClass().getName());
            portObject.save(model.addModelContent("model"), exec);
            out.putNextEntry(new ZipEntry(ZipContent.CONTENT));
            model.saveToXML(out);
        }

        @Override
        @SuppressWarnings("unchecked") // the file names the class that wrote it
        public T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            var model = ZipContent.read(in, ZipContent.CONTENT);
            try {
                var name = model.getString(CLASS_NAME);
                var type = PortTypeRegistry.getInstance()
                        .getObjectClass(name)
                        .orElseThrow(() -> new IOException("Unable to load class " + name));
                var object = ZipContent.create(type.asSubclass(AbstractSimplePortObject.class));
                object.load(model.getModelContent("model"), spec, exec);
                return (T) object;
            } catch (InvalidSettingsException ex) {
                throw new IOException("Unable to load model content: " + ex.getMessage(), ex);
            }
        }
    }
}
