package org.ecgdistill.standin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.ComplexNumberValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.FuzzyIntervalValue;
import org.knime.core.data.FuzzyNumberValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.MissingValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;

/** What is known of each kind of cell: its name, its order, and the class behind a name in a file. */
public final class CellTypes {

    private static final Map<Class<? extends DataValue>, String> NAMES = Map.of(
            StringValue.class, "String",
            DoubleValue.class, "Number (Float)",
            IntValue.class, "Number (Integer)",
            LongValue.class, "Number (Long Integer)",
            BooleanValue.class, "Boolean",
            CollectionDataValue.class, "Collection",
            ListDataValue.class, "Collection (List)",
            DoubleVectorValue.class, "Double Vector");
    private static final Map<String, Class<? extends DataValue>> VALUE_CLASSES = Stream.<Class<? extends DataValue>>of(
                    DataValue.class,
                    StringValue.class,
                    NominalValue.class,
                    DoubleValue.class,
                    IntValue.class,
                    LongValue.class,
                    BooleanValue.class,
                    BoundedValue.class,
                    ComplexNumberValue.class,
                    FuzzyNumberValue.class,
                    FuzzyIntervalValue.class,
                    MissingValue.class,
                    CollectionDataValue.class,
                    ListDataValue.class,
                    DoubleVectorValue.class)
            .collect(Collectors.toMap(Class::getName, Function.identity()));

    private CellTypes() {}

    /** The name that a person reads. */
    public static Optional<String> name(Class<? extends DataValue> valueClass) {
        return Optional.ofNullable(NAMES.get(valueClass));
    }

    /** @throws IllegalArgumentException if this stand-in has no such value */
    public static Class<? extends DataValue> valueClass(String name) {
        var valueClass = VALUE_CLASSES.get(name);
        if (valueClass == null) {
            throw new IllegalArgumentException("Data Value extension " + name + " not found");
        }
        return valueClass;
    }

    /** @throws IllegalArgumentException if this stand-in has no such cell */
    public static Class<? extends DataCell> cellClass(String name) {
        return CellFormat.of(name).cellClass();
    }

    /** The order of the first kind of value that has one; else that of the texts. */
    public static DataValueComparator comparator(List<Class<? extends DataValue>> valueClasses) {
        return valueClasses.stream()
                .flatMap(valueClass -> comparator(valueClass).stream())
                .findFirst()
                .orElseGet(() -> by(Object::toString));
    }

    private static Optional<DataValueComparator> comparator(Class<? extends DataValue> valueClass) {
        if (valueClass == StringValue.class) {
            return Optional.of(by(value -> ((StringValue) value).getStringValue()));
        }
        if (valueClass == BooleanValue.class) {
            return Optional.of(by(value -> ((BooleanValue) value).getBooleanValue()));
        }
        if (valueClass == IntValue.class) {
            return Optional.of(by(value -> ((IntValue) value).getIntValue()));
        }
        if (valueClass == LongValue.class) {
            return Optional.of(by(value -> ((LongValue) value).getLongValue()));
        }
        if (valueClass == DoubleValue.class) {
            return Optional.of(by(value -> ((DoubleValue) value).getDoubleValue()));
        }
        return Optional.empty();
    }

    private static <K extends Comparable<K>> DataValueComparator by(Function<DataValue, K> key) {
        return new DataValueComparator() {
            @Override
            protected int compareDataValues(DataValue v1, DataValue v2) {
                return key.apply(v1).compareTo(key.apply(v2));
            }
        };
    }
}
