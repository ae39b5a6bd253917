package org.knime.core.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ecgdistill.standin.CellTypes;
import org.ecgdistill.standin.Renderers;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The type of a column: what all its cells can be asked for. */
public final class DataType {

    private static final String CELL_CLASS = "cell_class";
    private static final String ELEMENT_TYPE = "collection_element_type";
    private static final String VALUE_CLASSES = "value_classes";

    /** A cell class and its element type. */
    private static final Map<List<Object>, DataType> NATIVE = new ConcurrentHashMap<>();

    /** Null for a type that no single cell class has. */
    private final Class<? extends DataCell> cellClass;

    /** The preferred one first. */
    private final List<Class<? extends DataValue>> valueClasses;

    private final DataType elementType;

    private DataType(
            Class<? extends DataCell> cellClass, Set<Class<? extends DataValue>> valueClasses, DataType elementType) {
        var isCollection = valueClasses.stream().anyMatch(CollectionDataValue.class::isAssignableFrom);
        if (isCollection && elementType == null) {
            throw new IllegalArgumentException("The type represents a collection but no element type was provided");
        }
        if (!isCollection && elementType != null) {
            throw new IllegalArgumentException("The type does not represent a collection, element type must be null");
        }
        this.cellClass = cellClass;
        this.valueClasses = List.copyOf(valueClasses);
        this.elementType = elementType;
    }

    public static DataType getType(Class<? extends DataCell> cell) {
        return getType(cell, null);
    }

    /** The type of a collection. */
    public static DataType getType(
            Class<? extends DataCell> cellImplementsCollectionDataValue, DataType collectionElementType) {
        var cell = Objects.requireNonNull(cellImplementsCollectionDataValue, "Class must not be null.");
        var key = collectionElementType == null ? List.<Object>of(cell) : List.<Object>of(cell, collectionElementType);
        var type = NATIVE.get(key);
        if (type == null) {
            var values = new LinkedHashSet<Class<? extends DataValue>>();
            collectValueClasses(values, cell);
            type = new DataType(cell, values, collectionElementType);
            NATIVE.put(key, type);
        }
        return type;
    }

    private static void collectValueClasses(Set<Class<? extends DataValue>> values, Class<?> from) {
        for (var type : from.getInterfaces()) {
            if (DataValue.class.isAssignableFrom(type)) {
                values.add(type.asSubclass(DataValue.class));
            }
            collectValueClasses(values, type);
        }
        if (from.getSuperclass() != null) {
            collectValueClasses(values, from.getSuperclass());
        }
    }

    public static DataCell getMissingCell() {
        return MissingCell.INSTANCE;
    }

    /** The type of a column that holds cells of both types. */
    public static DataType getCommonSuperType(DataType type1, DataType type2) {
        if (type1.isMissingValueType() || type2.isASuperTypeOf(type1) && !type1.isASuperTypeOf(type2)) {
            return type2;
        }
        if (type2.isMissingValueType() || type1.isASuperTypeOf(type2)) {
            return type1;
        }
        var shared = new LinkedHashSet<>(type1.valueClasses);
        shared.retainAll(type2.valueClasses);
        var isCollection = shared.stream().anyMatch(CollectionDataValue.class::isAssignableFrom);
        return new DataType(
                null, shared, isCollection ? getCommonSuperType(type1.elementType, type2.elementType) : null);
    }

    public boolean isMissingValueType() {
        return valueClasses.contains(MissingValue.class);
    }

    public DataType getCollectionElementType() {
        return elementType;
    }

    public boolean isCollectionType() {
        return isCompatible(CollectionDataValue.class);
    }

    /** Whether cells of this type can be cast to the given interface; missing cells count as any. */
    public boolean isCompatible(Class<? extends DataValue> valueClass) {
        return isMissingValueType() || valueClasses.stream().anyMatch(valueClass::isAssignableFrom);
    }

    public boolean isASuperTypeOf(DataType type) {
        if (type == this || type.isMissingValueType()) {
            return true;
        }
        if (!valueClasses.stream().allMatch(type::isCompatible)) {
            return false;
        }
        return !valueClasses.contains(CollectionDataValue.class) || elementType.isASuperTypeOf(type.elementType);
    }

    public Class<? extends DataValue> getPreferredValueClass() {
        return valueClasses.get(0);
    }

    public List<Class<? extends DataValue>> getValueClasses() {
        return valueClasses;
    }

    /** The renderers for values of this type. */
    public Collection<DataValueRendererFactory> getRendererFactories() {
        return Renderers.of(this);
    }

    public Class<? extends DataCell> getCellClass() {
        return cellClass;
    }

    public DataValueComparator getComparator() {
        return CellTypes.comparator(valueClasses);
    }

    public String getName() {
        if (cellClass == null) {
            return "?";
        }
        return CellTypes.name(getPreferredValueClass()).orElse(cellClass.getSimpleName());
    }

    public String toPrettyString() {
        return toString();
    }

    public String getIdentifier() {
        var name = cellClass == null ? valueClasses.toString() : cellClass.getName();
        return elementType == null ? name : name + "<" + elementType.getIdentifier() + ">";
    }

    @Override
    public String toString() {
        var name = cellClass == null ? "Non-Native " + valueClasses : getName();
        return elementType == null ? name : name + " (Collection of: " + elementType + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof DataType type
                        && type.getPreferredValueClass() == getPreferredValueClass()
                        && Set.copyOf(type.valueClasses).equals(Set.copyOf(valueClasses))
                        && Objects.equals(type.elementType, elementType);
    }

    @Override
    public int hashCode() {
        return Set.copyOf(valueClasses).hashCode() ^ Objects.hashCode(elementType);
    }

    public void save(ConfigWO config) {
        if (elementType != null) {
            elementType.save(config.addConfig(ELEMENT_TYPE));
        }
        if (cellClass != null) {
            config.addString(CELL_CLASS, cellClass.getName());
        } else {
            config.addString(CELL_CLASS, null);
            config.addBoolean("has_pref_value_class", true);
            config.addStringArray(
                    VALUE_CLASSES, valueClasses.stream().map(Class::getName).toArray(String[]::new));
        }
    }

    public static DataType load(ConfigRO config) throws InvalidSettingsException {
        var elementType = config.containsKey(ELEMENT_TYPE) ? load(config.getConfig(ELEMENT_TYPE)) : null;
        var cellClassName = config.getString(CELL_CLASS);
        try {
            if (cellClassName != null) {
                return getType(CellTypes.cellClass(cellClassName), elementType);
            }
            var values = new ArrayList<Class<? extends DataValue>>();
            for (var name : config.getStringArray(VALUE_CLASSES)) {
                values.add(CellTypes.valueClass(name));
            }
            return new DataType(null, new LinkedHashSet<>(values), elementType);
        } catch (IllegalArgumentException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
    }
}
