package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.DoNotPersistSelected;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.ManualFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter.PatternMode;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/** Which of several names that have types. */
public abstract class TypedStringFilter<T extends TypeFilter> implements Persistable {

    /** The dialog's last result; never stored, null when loaded. */
    @Persistor(DoNotPersistSelected.class)
    String[] m_selected;

    public TypedStringFilterMode m_mode;
    public PatternFilter m_patternFilter;
    public ManualFilter m_manualFilter;
    public T m_typeFilter;

    protected TypedStringFilter(String[] initialSelected, T defaultTypeFilter) {
        m_mode = TypedStringFilterMode.MANUAL;
        m_manualFilter = new ManualFilter(Objects.requireNonNull(initialSelected));
        m_patternFilter = new PatternFilter();
        m_typeFilter = defaultTypeFilter;
    }

    protected TypedStringFilter(List<String> initialSelected, T defaultTypeFilter) {
        this(initialSelected.toArray(String[]::new), defaultTypeFilter);
    }

    protected void setIncludeUnknownValues(boolean value) {
        m_manualFilter.m_includeUnknownColumns = value;
    }

    protected String[] getMissingSelected(String[] choices) {
        Objects.requireNonNull(choices);
        return m_mode == TypedStringFilterMode.MANUAL ? m_manualFilter.getUpdatedMissingValues(choices) : new String[0];
    }

    protected String[] getSelected(String[] choices, Function<T, String[]> getSelectedFromTypeFilter) {
        Objects.requireNonNull(choices);
        if (m_mode == TypedStringFilterMode.TYPE) {
            return getSelectedFromTypeFilter.apply(m_typeFilter);
        }
        return Stream.of(choices).filter(getStringFilterPredicate()).toArray(String[]::new);
    }

    protected Predicate<String> getStringFilterPredicate() {
        return switch (m_mode) {
            case MANUAL -> m_manualFilter.getFilterPredicate();
            case REGEX -> m_patternFilter.getIsSelectedPredicate(PatternMode.REGEX);
            case WILDCARD -> m_patternFilter.getIsSelectedPredicate(PatternMode.WILDCARD);
            case TYPE -> throw new IllegalStateException("A filter by type cannot be asked about a name.");
        };
    }
}
