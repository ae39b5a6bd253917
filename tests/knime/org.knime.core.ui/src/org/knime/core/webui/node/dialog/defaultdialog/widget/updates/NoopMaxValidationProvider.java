package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** No upper limit that changes with other fields. */
public class NoopMaxValidationProvider extends NoopProvider<MaxValidation> {}
