package org.knime.core.node.workflow;

/** A line from an output to an input. */
public class ConnectionContainer {

    private final NodeID m_source;
    private final int m_sourcePort;

    ConnectionContainer(NodeID source, int sourcePort) {
        m_source = source;
        m_sourcePort = sourcePort;
    }

    public NodeID getSource() {
        return m_source;
    }

    public int getSourcePort() {
        return m_sourcePort;
    }
}
