package org.knime.core.data.renderer;

import org.knime.core.data.DataColumnSpec;

/** Makes a renderer; found at the extension point org.knime.core.DataValueRenderer. */
public interface DataValueRendererFactory {

    String getId();

    String getDescription();

    DataValueRenderer createRenderer(DataColumnSpec colSpec);
}
