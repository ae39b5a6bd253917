package org.ecgdistill.standin;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.util.DuplicateKeyException;

/** Writes rows to a file as they come, checks them and computes their columns' domains. */
public final class ContainerWriter {

    private static final int SHOWN_CHARACTERS = 30;

    private final DataTableSpec spec;
    private final int id;
    private final Path file;
    private final CellOutput out;
    private final boolean withKeys;
    private final boolean updatesDomain;

    /** Null if duplicates are not looked for. */
    private final Set<String> keys;

    private final List<DomainBuilder> domains = new ArrayList<>();
    private int maxPossibleValues;
    private long size;

    ContainerWriter(DataTableSpec spec, DataContainerSettings settings, boolean withKeys, int id, Path file) {
        this.spec = spec;
        this.id = id;
        this.file = file;
        this.withKeys = withKeys;
        keys = withKeys && settings.isCheckDuplicateRowKeys() ? new HashSet<>() : null;
        updatesDomain = settings.isEnableDomainUpdate();
        maxPossibleValues = settings.getMaxDomainValues();
        spec.forEach(column -> domains.add(new DomainBuilder(column, settings.isInitializeDomain())));
        try {
            Files.createDirectories(file.getParent());
            out = new CellOutput(new SnappyOutput(new BufferedOutputStream(Files.newOutputStream(file))), withKeys);
        } catch (IOException ex) {
            throw new UncheckedIOException("The rows cannot be written to disk: " + ex.getMessage(), ex);
        }
    }

    /** A writer for the node that is running on this thread. */
    public static ContainerWriter ofCurrentNode(DataTableSpec spec, DataContainerSettings settings) {
        return NodeScope.current()
                .orElseThrow(() -> new IllegalStateException("Tables can only be made by a running node."))
                .createWriter(spec, settings, true);
    }

    public DataTableSpec spec() {
        return spec;
    }

    public synchronized long size() {
        return size;
    }

    public synchronized void setMaxPossibleValues(int maxPossibleValues) {
        if (maxPossibleValues < 0) {
            throw new IllegalArgumentException("The number of possible values cannot be " + maxPossibleValues + ".");
        }
        this.maxPossibleValues = maxPossibleValues;
    }

    public synchronized void add(DataRow row) {
        check(row);
        if (keys != null && !keys.add(row.getKey().getString())) {
            var key = row.getKey().getString();
            throw new DuplicateKeyException("Encountered duplicate row ID \"" + key + "\"", key);
        }
        if (updatesDomain) {
            for (var i = 0; i < row.getNumCells(); i++) {
                domains.get(i).add(row.getCell(i), maxPossibleValues);
            }
        }
        try {
            out.writeRow(row);
        } catch (IOException ex) {
            throw new UncheckedIOException("The rows cannot be written to disk: " + ex.getMessage(), ex);
        }
        size++;
    }

    private void check(DataRow row) {
        if (row.getNumCells() != spec.getNumColumns()) {
            throw new IllegalArgumentException("Cell count in row \"" + row.getKey()
                    + "\" is not equal to length of column names array: " + row.getNumCells() + " vs. "
                    + spec.getNumColumns());
        }
        for (var i = 0; i < row.getNumCells(); i++) {
            var cell = row.getCell(i);
            var expected = spec.getColumnSpec(i).getType();
            if (!expected.isASuperTypeOf(cell.getType())) {
                var text = cell.toString();
                throw new IllegalArgumentException("Runtime class of object \""
                        + (text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "..." : text)
                        + "\" (index " + i + ") in row \"" + row.getKey() + "\" is " + cell.getType()
                        + " and does not comply with its supposed superclass " + expected);
            }
        }
    }

    /** Lets go of the file, in whatever state it is: nobody wants the table any more. */
    synchronized void abandon() throws IOException {
        out.close();
    }

    public synchronized ContainerContent finish() {
        try {
            out.close();
        } catch (IOException ex) {
            throw new UncheckedIOException("The rows cannot be written to disk: " + ex.getMessage(), ex);
        }
        var built = updatesDomain ? new DataTableSpec(spec.getName(), DomainBuilder.build(domains)) : spec;
        return new ContainerContent(built, size, id, withKeys, out.classes(), new RowFile(file, null));
    }
}
