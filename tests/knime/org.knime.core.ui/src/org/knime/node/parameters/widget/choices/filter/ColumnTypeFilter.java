package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;

/** Which columns, by the names of their types' value classes. */
final class ColumnTypeFilter extends TypeFilter {

    ColumnTypeFilter() {
        this(new String[0]);
    }

    ColumnTypeFilter(String[] selectedTypes) {
        super(selectedTypes);
    }

    String[] filter(List<DataColumnSpec> choices) {
        return choices.stream()
                .filter(getFilterPredicate())
                .map(DataColumnSpec::getName)
                .toArray(String[]::new);
    }

    Predicate<DataColumnSpec> getFilterPredicate() {
        var selected = Set.of(m_selectedTypes);
        return column ->
                selected.contains(column.getType().getPreferredValueClass().getName());
    }
}
