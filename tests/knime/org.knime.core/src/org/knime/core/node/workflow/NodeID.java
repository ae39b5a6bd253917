package org.knime.core.node.workflow;

import java.util.Objects;

/** Names a node within a workflow, as {@code 0:3}. */
public final class NodeID {

    private final String m_path;

    NodeID(String path) {
        m_path = path;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeID id && m_path.equals(id.m_path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_path);
    }

    @Override
    public String toString() {
        return m_path;
    }
}
