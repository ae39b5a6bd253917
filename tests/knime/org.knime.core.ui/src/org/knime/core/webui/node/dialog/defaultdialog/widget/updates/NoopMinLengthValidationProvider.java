package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;

/** No least length that changes with other fields. */
public class NoopMinLengthValidationProvider extends NoopProvider<MinLengthValidation> {}
