package org.ecgdistill.standin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * What this package may do with classes under {@code org.knime} that nodes may not. Each of those classes registers its
 * part when it is loaded, so that none of it shows in its own public members, which are KNIME's and no more.
 */
public final class Secrets {

    private static final Map<Class<?>, Object> PARTS = new ConcurrentHashMap<>();

    /** A node's model, seen from around it. */
    public interface Models {
        List<PortType> inPortTypes(NodeModel model);

        List<PortType> outPortTypes(NodeModel model);

        void saveSettings(NodeModel model, NodeSettingsWO settings);

        void saveDefaultViewSettings(NodeModel model, NodeSettingsWO settings);

        void loadSettings(NodeModel model, NodeSettingsRO settings) throws InvalidSettingsException;

        void validateViewSettings(NodeModel model, NodeSettingsRO settings) throws InvalidSettingsException;

        PortObjectSpec[] configure(NodeModel model, PortObjectSpec[] inputs) throws InvalidSettingsException;

        PortObject[] execute(NodeModel model, PortObject[] inputs, ExecutionContext context) throws Exception;

        Message warning(NodeModel model);

        void reset(NodeModel model);

        void dispose(NodeModel model);
    }

    /** Making a node's model. */
    public interface Factories {
        NodeModel createModel(NodeFactory<?> factory);
    }

    /** Making an execution context. */
    public interface Contexts {
        ExecutionContext create(NodeScope node, NodeProgressMonitor progress);
    }

    /** A table and its content. */
    public interface Tables {
        BufferedDataTable create(TableContent content, int id);

        TableContent content(BufferedDataTable table);
    }

    /** What a rearranger was told. */
    public interface Rearrangers {
        DataTableSpec original(ColumnRearranger rearranger);

        List<RearrangedColumn> columns(ColumnRearranger rearranger);
    }

    /** Giving file stores to a cell factory. */
    public interface Cells {
        void give(AbstractCellFactory factory, FileStoreFactory stores);
    }

    /** File stores and the port objects that have them. */
    public interface Files {
        FileStore create(FileStoreKey key, File file);

        FileStoreKey key(FileStore store);

        List<FileStore> stores(FileStorePortObject object);

        void give(FileStorePortObject object, List<FileStore> stores) throws IOException;

        void flush(FileStorePortObject object) throws IOException;
    }

    /** The streams of port objects. */
    public interface Ports {
        PortObjectZipOutputStream objectOut(OutputStream out);

        PortObjectZipInputStream objectIn(InputStream in);

        PortObjectSpecZipOutputStream specOut(OutputStream out);

        PortObjectSpecZipInputStream specIn(InputStream in);
    }

    private Secrets() {}

    public static <P> void register(Class<P> kind, P part) {
        PARTS.put(kind, part);
    }

    static Models models() {
        return part(Models.class, NodeModel.class);
    }

    static Factories factories() {
        return part(Factories.class, NodeFactory.class);
    }

    static Contexts contexts() {
        return part(Contexts.class, ExecutionContext.class);
    }

    public static Tables tables() {
        return part(Tables.class, BufferedDataTable.class);
    }

    static Rearrangers rearrangers() {
        return part(Rearrangers.class, ColumnRearranger.class);
    }

    static Cells cells() {
        return part(Cells.class, AbstractCellFactory.class);
    }

    static Files files() {
        return part(Files.class, FileStore.class);
    }

    static Ports ports() {
        return part(Ports.class, PortTypeRegistry.class);
    }

    private static <P> P part(Class<P> part, Class<?> keeper) {
        var registered = PARTS.get(part);
        if (registered == null) {
            try {
                Class.forName(keeper.getName(), true, keeper.getClassLoader());
            } catch (ClassNotFoundException ex) {
                throw new IllegalStateException(ex);
            }
            registered = PARTS.get(part);
        }
        return part.cast(registered);
    }
}
