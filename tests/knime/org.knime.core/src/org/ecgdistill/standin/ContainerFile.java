package org.ecgdistill.standin;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** The file data.zip of a saved table: the rows as data.bin, and what is needed to read them as meta.xml. */
final class ContainerFile {

    private static final String ROWS = "data.bin";
    private static final String META = "meta.xml";
    private static final String INTERNAL = "table.meta.internal";
    private static final String VERSION = "container.version";
    private static final String WITH_KEYS = "container_12";
    private static final String WITHOUT_KEYS = "noRowKeyContainer_12";
    private static final String SIZE = "table.size";
    private static final String LONG_SIZE = "table.size.long";
    private static final String FORMAT = "container.format";
    private static final String FORMAT_CONFIG = "container.format.config";
    private static final String DEFAULT_FORMAT = "org.knime.core.data.container.DefaultTableStoreFormat";
    private static final String COMPRESSION = "container.compression";
    private static final String SNAPPY = "Snappy";
    private static final String CLASSES = "table.datacell.classes";

    private ContainerFile() {}

    static void write(ContainerContent content, Path file) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
                var rows = content.rows().open()) {
            zip.putNextEntry(new ZipEntry(ROWS));
            rows.transferTo(zip);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(META));
            meta(content).saveToXML(ZipContent.entryOf(zip));
        }
    }

    private static NodeSettings meta(ContainerContent content) {
        var root = new NodeSettings("Table Meta Information");
        var meta = root.addNodeSettings(INTERNAL);
        meta.addString(VERSION, content.withKeys() ? WITH_KEYS : WITHOUT_KEYS);
        if (content.size() <= Integer.MAX_VALUE) {
            meta.addInt(SIZE, (int) content.size());
        } else {
            meta.addLong(LONG_SIZE, content.size());
        }
        meta.addBoolean("container.contains.blobs", false);
        meta.addString("container.filestores.uuid", null);
        meta.addBoolean("container.inmemory", false);
        meta.addInt("container.id", content.id());
        meta.addString(FORMAT, DEFAULT_FORMAT);
        addFormat(content, meta.addNodeSettings(FORMAT_CONFIG));
        // once more where older versions look for it
        addFormat(content, meta);
        return root;
    }

    private static void addFormat(ContainerContent content, NodeSettingsWO settings) {
        settings.addString(COMPRESSION, SNAPPY);
        var classes = settings.addNodeSettings(CLASSES);
        for (var i = 0; i < content.classes().size(); i++) {
            content.classes().get(i).save(classes.addNodeSettings("element_" + i));
        }
    }

    /** @param spec the columns, which the file does not name */
    static ContainerContent read(Path file, DataTableSpec spec) throws IOException, InvalidSettingsException {
        NodeSettingsRO meta;
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(META);
            if (entry == null) {
                throw new IOException(file + " has no entry " + META + ": it is not a saved table.");
            }
            meta = NodeSettings.loadFromXML(zip.getInputStream(entry)).getNodeSettings(INTERNAL);
        }
        var version = meta.getString(VERSION);
        if (!version.equals(WITH_KEYS) && !version.equals(WITHOUT_KEYS)) {
            throw new UnsupportedOperationException("ContainerFile.read: a table of version " + version);
        }
        if (!DEFAULT_FORMAT.equals(meta.getString(FORMAT))) {
            throw new UnsupportedOperationException("ContainerFile.read: a table in " + meta.getString(FORMAT));
        }
        var format = meta.getNodeSettings(FORMAT_CONFIG);
        if (!SNAPPY.equals(format.getString(COMPRESSION))) {
            throw new UnsupportedOperationException(
                    "ContainerFile.read: a table compressed with " + format.getString(COMPRESSION));
        }
        var classes = new ArrayList<CellClass>();
        var saved = format.getNodeSettings(CLASSES);
        for (var key : saved.keySet()) {
            classes.add(CellClass.load(saved.getNodeSettings(key)));
        }
        var size = meta.containsKey(LONG_SIZE) ? meta.getLong(LONG_SIZE) : meta.getInt(SIZE);
        return new ContainerContent(
                spec, size, meta.getInt("container.id"), version.equals(WITH_KEYS), classes, new RowFile(file, ROWS));
    }
}
