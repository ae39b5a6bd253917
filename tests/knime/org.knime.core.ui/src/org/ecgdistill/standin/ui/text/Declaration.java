package org.ecgdistill.standin.ui.text;

import java.util.List;
import org.ecgdistill.standin.ui.NodeTexts.Entry;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.parameters.NodeParameters;

/**
 * What a node's factory declares for its description; all texts but names and keywords are XML fragments.
 *
 * @param type null to derive it from the ports
 * @param parameters null for a node without parameters
 * @param viewDescription null for a node without view
 * @param viewParameters null for a view without parameters
 */
public record Declaration(
        String name,
        String icon,
        NodeType type,
        String shortDescription,
        String fullDescription,
        Class<? extends NodeParameters> parameters,
        List<Entry> inPorts,
        List<Entry> outPorts,
        String viewDescription,
        Class<? extends NodeParameters> viewParameters,
        List<Entry> links,
        List<String> keywords) {

    /** Without a declared type a node with no inputs is a source and one with no outputs a sink. */
    NodeType typeOrDefault() {
        if (type != null) {
            return type;
        }
        if (inPorts.isEmpty()) {
            return NodeType.Source;
        }
        return outPorts.isEmpty() ? NodeType.Sink : NodeType.Manipulator;
    }
}
