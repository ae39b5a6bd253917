package org.knime.node;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;

/** Parameters with a section that others inherit. */
class ParametersElsewhere implements NodeParameters {

    @Section(title = "Base")
    interface BaseSection {}

    @Layout(BaseSection.class)
    @Widget(title = "base", description = "")
    int m_base;
}
