package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;

/** Which columns: by a list, by a pattern of their names, or by their types. */
public final class ColumnFilter extends TypedStringFilter<ColumnTypeFilter> {

    public ColumnFilter() {
        this(new String[0]);
    }

    public ColumnFilter(String[] selected) {
        super(selected, new ColumnTypeFilter());
    }

    public ColumnFilter(List<DataColumnSpec> selectedColumns) {
        this(names(selectedColumns));
    }

    public ColumnFilter withExcludeUnknownColumns() {
        setIncludeUnknownValues(false);
        return this;
    }

    public ColumnFilter withIncludeUnknownColumns() {
        setIncludeUnknownValues(true);
        return this;
    }

    /** The names that were listed but are not among the columns. */
    public String[] getMissingSelected(List<DataColumnSpec> choices) {
        return super.getMissingSelected(names(Objects.requireNonNull(choices)));
    }

    public String[] getMissingSelectedFromFullSpec(DataTableSpec spec) {
        return getMissingSelected(spec.stream().toList());
    }

    /** The names of those of the columns that are chosen, in the columns' order. */
    public String[] filter(List<DataColumnSpec> choices) {
        Objects.requireNonNull(choices);
        return super.getSelected(names(choices), types -> types.filter(choices));
    }

    public String[] filterFromFullSpec(DataTableSpec spec) {
        return filter(spec.stream().toList());
    }

    public Predicate<DataColumnSpec> getFilterPredicate() {
        if (m_mode == TypedStringFilterMode.TYPE) {
            return m_typeFilter.getFilterPredicate();
        }
        var byName = super.getStringFilterPredicate();
        return column -> byName.test(column.getName());
    }

    private static String[] names(List<DataColumnSpec> columns) {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }
}
