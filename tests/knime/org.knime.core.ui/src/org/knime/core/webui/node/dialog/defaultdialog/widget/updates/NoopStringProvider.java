package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

/** No text that changes with other fields. */
public final class NoopStringProvider extends NoopProvider<String> {}
