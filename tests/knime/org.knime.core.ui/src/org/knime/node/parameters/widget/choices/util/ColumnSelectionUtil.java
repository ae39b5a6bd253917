package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;

/** Finds columns of input tables, for choices and for defaults. An input that is not known yet has no columns. */
public final class ColumnSelectionUtil {

    private ColumnSelectionUtil() {}

    public static List<DataColumnSpec> getAllColumns(NodeParametersInput context, int portIndex) {
        return columns(context, portIndex).toList();
    }

    public static List<DataColumnSpec> getAllColumnsOfFirstPort(NodeParametersInput context) {
        return getAllColumns(context, 0);
    }

    public static Optional<DataColumnSpec> getFirstColumn(NodeParametersInput context, int portIndex) {
        return columns(context, portIndex).findFirst();
    }

    public static Optional<DataColumnSpec> getFirstColumnOfFirstPort(NodeParametersInput context) {
        return getFirstColumn(context, 0);
    }

    public static List<DataColumnSpec> getFilteredColumns(
            NodeParametersInput context, int portIndex, Predicate<DataColumnSpec> filter) {
        return columns(context, portIndex).filter(filter).toList();
    }

    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(
            NodeParametersInput context, int portIndex, Class<? extends DataValue>... valueClasses) {
        return getFilteredColumns(context, portIndex, hasType(valueClasses));
    }

    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumnsOfFirstPort(
            NodeParametersInput context, Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(context, 0, valueClasses);
    }

    public static List<DataColumnSpec> getStringColumns(NodeParametersInput context, int portIndex) {
        return getCompatibleColumns(context, portIndex, StringValue.class);
    }

    public static List<DataColumnSpec> getStringColumns(DataTableSpec inSpec) {
        return getCompatibleColumns(inSpec, StringValue.class);
    }

    public static Optional<DataColumnSpec> getFirstStringColumn(DataTableSpec inSpec) {
        return getFirstCompatibleColumn(inSpec, StringValue.class);
    }

    public static List<DataColumnSpec> getStringColumnsOfFirstPort(NodeParametersInput context) {
        return getStringColumns(context, 0);
    }

    public static List<DataColumnSpec> getDoubleColumns(NodeParametersInput context, int portIndex) {
        return getCompatibleColumns(context, portIndex, DoubleValue.class);
    }

    public static List<DataColumnSpec> getDoubleColumns(DataTableSpec inSpec) {
        return getCompatibleColumns(inSpec, DoubleValue.class);
    }

    public static Optional<DataColumnSpec> getFirstDoubleColumn(DataTableSpec inSpec) {
        return getFirstCompatibleColumn(inSpec, DoubleValue.class);
    }

    public static List<DataColumnSpec> getDoubleColumnsOfFirstPort(NodeParametersInput context) {
        return getDoubleColumns(context, 0);
    }

    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(
            DataTableSpec spec, Class<? extends DataValue>... valueClasses) {
        return columns(spec).filter(hasType(valueClasses)).toList();
    }

    public static List<DataColumnSpec> getCompatibleColumns(
            DataTableSpec spec, Collection<Class<? extends DataValue>> valueClasses) {
        return columns(spec).filter(hasType(valueClasses)).toList();
    }

    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(
            DataTableSpec spec, Class<? extends DataValue>... valueClasses) {
        return columns(spec).filter(hasType(valueClasses)).findFirst();
    }

    public static Optional<DataColumnSpec> getFirstCompatibleColumn(
            DataTableSpec spec, List<Class<? extends DataValue>> valueClasses) {
        return columns(spec).filter(hasType(valueClasses)).findFirst();
    }

    private static Stream<DataColumnSpec> columns(NodeParametersInput context, int portIndex) {
        return columns(context.getInTableSpec(portIndex).orElse(null));
    }

    private static Stream<DataColumnSpec> columns(DataTableSpec spec) {
        return spec == null ? Stream.empty() : spec.stream();
    }

    private static Predicate<DataColumnSpec> hasType(Class<? extends DataValue>[] valueClasses) {
        return column -> Stream.of(valueClasses).anyMatch(column.getType()::isCompatible);
    }

    private static Predicate<DataColumnSpec> hasType(Collection<Class<? extends DataValue>> valueClasses) {
        return column -> valueClasses.stream().anyMatch(column.getType()::isCompatible);
    }
}
