package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;

/** No greatest length that changes with other fields. */
public class NoopMaxLengthValidationProvider extends NoopProvider<MaxLengthValidation> {}
