package org.knime.core.webui.node.dialog;

import org.knime.core.webui.UIExtension;

/** A node's dialog. */
public interface NodeDialog extends UIExtension {}
