package org.knime.core.webui.page;

import java.util.Objects;

/** A page that several nodes share. */
public final class ReusablePage extends FromFilePage {

    private final String m_name;

    ReusablePage(FromFilePage p, String pageName) {
        super(p);
        m_name = Objects.requireNonNull(pageName);
    }

    public String getPageId() {
        if (!isCompletelyStatic()) {
            throw new IllegalStateException("Only a page that never changes can be shared.");
        }
        return switch (getContentType()) {
            case SHADOW_APP -> m_name;
            case HTML -> m_name + ":" + System.identityHashCode(this);
            default -> throw new IllegalStateException("A page of type " + getContentType() + " cannot be shared.");
        };
    }
}
