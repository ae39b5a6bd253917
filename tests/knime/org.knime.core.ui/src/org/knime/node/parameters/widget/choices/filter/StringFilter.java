package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.StringFilterMode;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.ManualFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter;
import org.knime.node.parameters.persistence.Persistable;

/** Which of several names: by a list or by a pattern. */
public class StringFilter implements Persistable {

    public StringFilterMode m_mode;
    public PatternFilter m_patternFilter;
    public ManualFilter m_manualFilter;

    public StringFilter() {
        this(new String[0]);
    }

    public StringFilter(List<String> initialSelected) {
        this(initialSelected.toArray(String[]::new));
    }

    public StringFilter(String[] initialSelected) {
        m_mode = StringFilterMode.MANUAL;
        m_manualFilter = new ManualFilter(Objects.requireNonNull(initialSelected));
        m_patternFilter = new PatternFilter();
    }

    public void excludeUnknownColumn() {
        m_manualFilter.m_includeUnknownColumns = false;
    }

    public String[] getMissingSelected(String[] choices) {
        return m_mode == StringFilterMode.MANUAL
                ? m_manualFilter.getUpdatedMissingValues(Objects.requireNonNull(choices))
                : filter(choices);
    }

    public String[] filter(String[] choices) {
        if (m_mode == StringFilterMode.MANUAL) {
            return Stream.of(choices)
                    .filter(m_manualFilter.getFilterPredicate())
                    .toArray(String[]::new);
        }
        return m_patternFilter.getSelected(m_mode.toPatternMode(), choices);
    }
}
