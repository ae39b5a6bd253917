package org.knime.node.parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** Columns by name, by pattern and by type. */
class ColumnFilterTest {

    private static final DataTableSpec SPEC = new DataTableSpec(
            column("Signal I", DoubleCell.TYPE),
            column("Signal II", DoubleCell.TYPE),
            column("class", StringCell.TYPE));

    static final class Parameters implements NodeParameters {
        ColumnFilter m_columns = new ColumnFilter(new String[] {"Signal I", "gone"});
    }

    private static DataColumnSpec column(String name, DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /** A filter as the dialog would store it. */
    private static ColumnFilter stored(String mode, String pattern, boolean cased, boolean not) throws Exception {
        var settings = new NodeSettings("model");
        NodeParametersUtil.saveSettings(Parameters.class, new Parameters(), settings);
        var columns = settings.getNodeSettings("columns");
        columns.addString("mode", mode);
        var patterns = columns.getNodeSettings("patternFilter");
        patterns.addString("pattern", pattern);
        patterns.addBoolean("isCaseSensitive", cased);
        patterns.addBoolean("isInverted", not);
        columns.getNodeSettings("typeFilter").addStringArray("selectedTypes", DoubleValue.class.getName());
        return NodeParametersUtil.loadSettings(settings, Parameters.class).m_columns;
    }

    private static String[] names(String... names) {
        return names;
    }

    @Test
    void listedColumnsAreTakenInTheTablesOrder() {
        var filter = new Parameters().m_columns;
        assertArrayEquals(names("Signal I"), filter.filterFromFullSpec(SPEC));
        assertArrayEquals(names("gone"), filter.getMissingSelectedFromFullSpec(SPEC));
        filter.withIncludeUnknownColumns();
        assertArrayEquals(names("Signal I", "Signal II", "class"), filter.filterFromFullSpec(SPEC));
        assertArrayEquals(names(), filter.getMissingSelectedFromFullSpec(SPEC));
    }

    @Test
    void patternsAreWildcardsOrRegularExpressions() throws Exception {
        assertArrayEquals(
                names("Signal I", "Signal II"),
                stored("WILDCARD", "signal*", false, false).filterFromFullSpec(SPEC));
        assertArrayEquals(
                names("Signal II"), stored("WILDCARD", "Signal ??", true, false).filterFromFullSpec(SPEC));
        assertArrayEquals(names(), stored("WILDCARD", "signal*", true, false).filterFromFullSpec(SPEC));
        assertArrayEquals(
                names("class"), stored("REGEX", "Signal I+", true, true).filterFromFullSpec(SPEC));
        assertArrayEquals(names(), stored("REGEX", "", false, false).filterFromFullSpec(SPEC));
    }

    @Test
    void typesAreValueClasses() throws Exception {
        var filter = stored("TYPE", "", false, false);
        assertArrayEquals(names("Signal I", "Signal II"), filter.filterFromFullSpec(SPEC));
        assertTrue(filter.getFilterPredicate().test(SPEC.getColumnSpec(0)));
        assertFalse(filter.getFilterPredicate().test(SPEC.getColumnSpec(2)));
    }
}
