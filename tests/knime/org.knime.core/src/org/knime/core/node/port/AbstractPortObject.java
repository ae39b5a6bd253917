package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import org.ecgdistill.standin.ZipContent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;

/** A port object that writes its own zip entries. */
public abstract class AbstractPortObject implements PortObject {

    private static final String META = "meta.xml";
    private static final String CLASS_NAME = "class_name";

    /** Subclasses need a public constructor without arguments too. */
    public AbstractPortObject() {}

    /** Writes the entries; the stream is closed by the caller. */
    protected abstract void save(PortObjectZipOutputStream out, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    /** Called once, on a new object. */
    protected abstract void load(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    /** Writes and reads such objects: first an entry meta.xml with the class's name. */
    public abstract static class AbstractPortObjectSerializer<T extends AbstractPortObject>
            extends PortObjectSerializer<T> {

        @Override
        public void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            var meta = new ModelContent(META);
            meta.addInt("version", 1);
            meta.addString(CLASS_NAME, portObject.getClass().getName());
            out.putNextEntry(new ZipEntry(META));
            meta.saveToXML(ZipContent.entryOf(out));
            portObject.save(out, exec);
        }

        @Override
        @SuppressWarnings("unchecked") // the file names the class that wrote it
        public T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            try {
                var name = ZipContent.read(in, META).getString(CLASS_NAME);
                var type = PortTypeRegistry.getInstance()
                        .getObjectClass(name)
                        .orElseThrow(() -> new IOException("Unable to load class " + name));
                var object = ZipContent.create(type.asSubclass(AbstractPortObject.class));
                object.load(in, spec, exec);
                return (T) object;
            } catch (InvalidSettingsException ex) {
                throw new IOException("Unable to load model content: " + ex.getMessage(), ex);
            }
        }
    }
}
