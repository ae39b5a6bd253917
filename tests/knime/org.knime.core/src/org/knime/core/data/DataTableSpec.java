package org.knime.core.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.port.PortObjectSpec;

/** The columns of a table; no two have the same name. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private static final String DEFAULT_NAME = "default";
    private static final String NAME = "spec_name";
    private static final String COLUMNS = "number_columns";
    private static final String COLUMN = "column_spec_";
    private static final String PROPERTIES = "spec_properties";

    private final String name;
    private final List<DataColumnSpec> columns;
    private final Map<String, Integer> indices = new HashMap<>();
    private final Map<String, String> properties;

    public DataTableSpec() {
        this(DEFAULT_NAME);
    }

    public DataTableSpec(DataColumnSpec... colSpecs) {
        this(DEFAULT_NAME, colSpecs);
    }

    public DataTableSpec(String name) {
        this(name, new DataColumnSpec[0]);
    }

    public DataTableSpec(String name, DataColumnSpec... colSpecs) {
        this(name, List.of(colSpecs), Map.of());
    }

    public DataTableSpec(String[] names, DataType[] types) {
        this(NAME, names, types);
    }

    public DataTableSpec(String name, String[] names, DataType[] types) {
        this(name, createColumnSpecs(names, types));
    }

    /** The columns of one table, then those of the other. */
    public DataTableSpec(DataTableSpec spec1, DataTableSpec spec2) {
        this(joinedName(spec1.name, spec2.name), spec1, spec2);
    }

    public DataTableSpec(String name, DataTableSpec spec1, DataTableSpec spec2) {
        this(name, Stream.concat(spec1.stream(), spec2.stream()).toArray(DataColumnSpec[]::new));
    }

    DataTableSpec(String name, List<DataColumnSpec> columns, Map<String, String> properties) {
        this.name = name == null ? DEFAULT_NAME : name;
        this.columns = List.copyOf(columns);
        this.properties = new LinkedHashMap<>(properties);
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i).getName();
            var duplicate = indices.put(column, i);
            if (duplicate != null) {
                throw new IllegalArgumentException(
                        "Duplicate column name \"" + column + "\" at positions " + duplicate + " and " + i + ".");
            }
        }
    }

    private static String joinedName(String name1, String name2) {
        if (DEFAULT_NAME.equals(name1)) {
            return name2;
        }
        return DEFAULT_NAME.equals(name2) ? name1 : name1 + "+" + name2;
    }

    public static DataColumnSpec[] createColumnSpecs(String[] names, DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException(
                    "There are " + names.length + " column names but " + types.length + " types.");
        }
        return IntStream.range(0, names.length)
                .mapToObj(i -> new DataColumnSpecCreator(names[i], types[i]).createSpec())
                .toArray(DataColumnSpec[]::new);
    }

    /** A name that is not taken yet: the given one, else with "(#1)", "(#2)" … behind it. */
    public static String getUniqueColumnName(DataTableSpec spec, String columnName) {
        var base = Objects.requireNonNull(columnName, "Column name must not be null.")
                .trim();
        var unique = base;
        for (var i = 1; spec.containsName(unique); i++) {
            unique = base + " (#" + i + ")";
        }
        return unique;
    }

    public String getName() {
        return name;
    }

    public Map<String, String> getProperties() {
        return Map.copyOf(properties);
    }

    public int getNumColumns() {
        return columns.size();
    }

    public DataColumnSpec getColumnSpec(int index) {
        return columns.get(index);
    }

    /** @return null if there is no such column */
    public DataColumnSpec getColumnSpec(String column) {
        var index = findColumnIndex(column);
        return index < 0 ? null : columns.get(index);
    }

    /** @return -1 if there is no such column */
    public int findColumnIndex(String columnName) {
        return indices.getOrDefault(columnName, -1);
    }

    public boolean containsName(String columnName) {
        return indices.containsKey(columnName);
    }

    public String[] getColumnNames() {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    public int[] columnsToIndices(String... columns) {
        return Arrays.stream(columns).mapToInt(this::existingIndex).toArray();
    }

    private int existingIndex(String column) {
        var index = findColumnIndex(column);
        if (index < 0) {
            throw new IllegalArgumentException("Column not found: \"" + column + "\"");
        }
        return index;
    }

    public void verifyIndices(int... indices) {
        var seen = new HashSet<Integer>();
        for (var index : indices) {
            if (index < 0 || index >= columns.size()) {
                throw new IndexOutOfBoundsException("Column index out of range: " + index);
            }
            if (!seen.add(index)) {
                throw new IllegalArgumentException("Duplicate index: " + index);
            }
        }
    }

    public boolean containsCompatibleType(Class<? extends DataValue> valueClass) {
        return valueClass != null
                && columns.stream().anyMatch(column -> column.getType().isCompatible(valueClass));
    }

    /** Same names and types in the same order. */
    public boolean equalStructure(DataTableSpec spec) {
        return spec != null
                && spec.columns.size() == columns.size()
                && IntStream.range(0, columns.size())
                        .allMatch(i -> columns.get(i).equalStructure(spec.columns.get(i)));
    }

    public boolean isCompatibleWith(DataTableSpec spec) {
        return spec != null
                && spec.columns.size() == columns.size()
                && IntStream.range(0, columns.size())
                        .allMatch(i -> columns.get(i).isCompatibleWith(spec.columns.get(i)));
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return columns.iterator();
    }

    public Stream<DataColumnSpec> stream() {
        return columns.stream();
    }

    public void save(ConfigWO config) {
        config.addString(NAME, name);
        config.addInt(COLUMNS, columns.size());
        for (var i = 0; i < columns.size(); i++) {
            columns.get(i).save(config.addConfig(COLUMN + i));
        }
        if (!properties.isEmpty()) {
            var all = config.addConfig(PROPERTIES);
            var i = 0;
            for (var property : properties.entrySet()) {
                var entry = all.addConfig("prop-" + i++);
                entry.addString("key", property.getKey());
                entry.addString("value", property.getValue());
            }
        }
    }

    public static DataTableSpec load(ConfigRO config) throws InvalidSettingsException {
        var columns = new DataColumnSpec[config.getInt(COLUMNS)];
        for (var i = 0; i < columns.length; i++) {
            columns[i] = DataColumnSpec.load(config.getConfig(COLUMN + i));
        }
        var properties = new LinkedHashMap<String, String>();
        if (config.containsKey(PROPERTIES)) {
            var all = config.getConfig(PROPERTIES);
            for (var key : all) {
                var entry = all.getConfig(key);
                properties.put(entry.getString("key"), entry.getString("value"));
            }
        }
        return new DataTableSpec(config.getString(NAME), List.of(columns), properties);
    }

    /** Equal columns, domains included, and the same name. */
    @Override
    public boolean equals(Object obj) {
        return obj == this
                || obj instanceof DataTableSpec other
                        && other.name.equals(name)
                        && other.columns.equals(columns)
                        && other.properties.equals(properties);
    }

    @Override
    public int hashCode() {
        return columns.hashCode() ^ properties.hashCode();
    }

    @Override
    public String toString() {
        return "name=" + name + ",columns=[" + String.join("; ", getColumnNames()) + "]";
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
