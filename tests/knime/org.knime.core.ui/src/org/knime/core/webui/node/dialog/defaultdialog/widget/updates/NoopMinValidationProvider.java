package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** No lower limit that changes with other fields. */
public class NoopMinValidationProvider extends NoopProvider<MinValidation> {}
