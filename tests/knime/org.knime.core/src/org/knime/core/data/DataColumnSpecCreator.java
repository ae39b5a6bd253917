package org.knime.core.data;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes columns. */
public final class DataColumnSpecCreator {

    private static final AtomicInteger EMPTY_NAMES = new AtomicInteger();

    private String name;
    private DataType type;
    private DataColumnDomain domain;
    private DataColumnProperties properties;
    private List<String> elementNames = List.of();

    public DataColumnSpecCreator(String name, DataType type) {
        setName(name);
        setType(type);
        setDomain(null);
        setProperties(null);
    }

    /** Starts from an existing column. */
    public DataColumnSpecCreator(DataColumnSpec cspec) {
        name = cspec.getName();
        type = cspec.getType();
        domain = cspec.getDomain();
        properties = cspec.getProperties();
        elementNames = cspec.getElementNames();
    }

    /** Names lose blanks around them; an empty name is replaced. */
    public void setName(String name) {
        var trimmed = Objects.requireNonNull(name, "Name of DataColumnSpec must not be null!")
                .trim();
        this.name = trimmed.isEmpty() ? "<empty_" + EMPTY_NAMES.incrementAndGet() + ">" : trimmed;
    }

    public void setType(DataType type) {
        this.type = Objects.requireNonNull(type, "Type of DataColumnSpec must not be null!");
    }

    public DataType getType() {
        return type;
    }

    /** @param domain null for an empty one */
    public void setDomain(DataColumnDomain domain) {
        this.domain = domain == null ? new DataColumnDomain(null, null, null) : domain;
    }

    /** @param props null for none */
    public void setProperties(DataColumnProperties props) {
        properties = props == null ? new DataColumnProperties() : props;
    }

    public void setElementNames(String[] elNames) {
        elementNames = elNames == null ? List.of() : List.of(elNames);
    }

    public DataColumnSpec createSpec() {
        return new DataColumnSpec(name, type, domain, properties, elementNames);
    }
}
