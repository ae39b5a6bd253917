package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes tables' columns, one by one. */
public final class DataTableSpecCreator {

    private final List<DataColumnSpec> columns = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private String name;

    public DataTableSpecCreator() {}

    public DataTableSpecCreator(DataTableSpec spec) {
        addColumns(spec);
        setName(spec.getName());
        properties.putAll(spec.getProperties());
    }

    public DataTableSpecCreator addColumns(DataColumnSpec... columns) {
        for (var column : columns) {
            var index = indexOf(column.getName());
            if (index >= 0) {
                throw new IllegalArgumentException(
                        "Column \"" + column.getName() + "\" already contained at index " + index);
            }
            this.columns.add(column);
        }
        return this;
    }

    private int indexOf(String column) {
        return columns.stream().map(DataColumnSpec::getName).toList().indexOf(column);
    }

    public DataTableSpecCreator addColumns(DataTableSpec fromSpec) {
        return addColumns(fromSpec.stream().toArray(DataColumnSpec[]::new));
    }

    public DataTableSpecCreator replaceColumn(int index, DataColumnSpec colSpec) {
        var taken = indexOf(colSpec.getName());
        if (taken >= 0 && taken != index) {
            throw new IllegalArgumentException("Invalid (duplicate) column name \"" + colSpec.getName() + "\"");
        }
        columns.set(index, colSpec);
        return this;
    }

    public DataTableSpecCreator setName(String name) {
        this.name = name;
        return this;
    }

    public DataTableSpecCreator putProperty(String key, String value) {
        if (key == null || key.isEmpty()) {
            throw new IllegalArgumentException("Invalid property key (null or empty string)");
        }
        properties.put(key, value);
        return this;
    }

    public DataTableSpecCreator putProperties(Map<String, String> properties) {
        properties.forEach(this::putProperty);
        return this;
    }

    public DataTableSpecCreator dropAllDomains() {
        columns.replaceAll(column -> {
            var creator = new DataColumnSpecCreator(column);
            creator.setDomain(null);
            return creator.createSpec();
        });
        return this;
    }

    public DataTableSpecCreator dropAllColumns() {
        columns.clear();
        return this;
    }

    public DataTableSpec createSpec() {
        return new DataTableSpec(name, columns, properties);
    }
}
