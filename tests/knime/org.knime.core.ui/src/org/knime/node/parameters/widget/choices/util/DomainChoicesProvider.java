package org.knime.node.parameters.widget.choices.util;

import java.util.List;
import java.util.stream.Stream;
import org.knime.core.data.DataCell;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** Lists the values that a column of the first input table may have. */
public interface DomainChoicesProvider extends StringChoicesProvider {

    String getColumnName();

    @Override
    default List<String> choices(NodeParametersInput context) {
        var column = context.getInTableSpec(0)
                .map(spec -> spec.getColumnSpec(getColumnName()))
                .orElse(null);
        if (column == null) {
            return List.of();
        }
        var values = column.getDomain().getValues();
        if (values == null) {
            throw new UnsupportedOperationException(
                    "DomainChoicesProvider.choices for a column without possible values: " + getColumnName());
        }
        return Stream.of(values.toArray(DataCell[]::new))
                .map(DataCell::toString)
                .toList();
    }
}
