package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.node.parameters.persistence.Persistable;

/** Names by a list, and what to do with names that are new. */
public class ManualFilter implements Persistable {

    public String[] m_manuallySelected;
    public String[] m_manuallyDeselected;
    public boolean m_includeUnknownColumns;

    ManualFilter() {
        // filled when loaded
    }

    public ManualFilter(String[] initialSelected) {
        this(initialSelected, new String[0], false);
    }

    public ManualFilter(String[] manuallySelected, String[] manuallyDeselected, boolean includeUnknownValues) {
        m_manuallySelected = manuallySelected;
        m_manuallyDeselected = manuallyDeselected;
        m_includeUnknownColumns = includeUnknownValues;
    }

    public Predicate<String> getFilterPredicate() {
        if (m_includeUnknownColumns) {
            var deselected = Set.of(m_manuallyDeselected);
            return name -> !deselected.contains(name);
        }
        return Set.of(m_manuallySelected)::contains;
    }

    public String[] getUpdatedMissingValues(String[] choices) {
        if (m_includeUnknownColumns) {
            return new String[0];
        }
        var present = Set.of(choices);
        return Stream.of(m_manuallySelected)
                .filter(name -> !present.contains(name))
                .toArray(String[]::new);
    }
}
