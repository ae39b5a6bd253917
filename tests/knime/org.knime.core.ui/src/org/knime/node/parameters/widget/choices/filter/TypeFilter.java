package org.knime.node.parameters.widget.choices.filter;

import java.util.Set;
import java.util.function.Predicate;
import org.knime.node.parameters.persistence.Persistable;

/** Which types. */
public abstract class TypeFilter implements Persistable {

    public String[] m_selectedTypes;

    protected TypeFilter() {
        this(new String[0]);
    }

    protected TypeFilter(String[] selectedTypes) {
        m_selectedTypes = selectedTypes;
    }

    protected Predicate<String> getIsSelectedPredicate() {
        return Set.of(m_selectedTypes)::contains;
    }
}
