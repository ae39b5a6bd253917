package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** No pattern that changes with other fields. */
public class NoopPatternValidationProvider extends NoopProvider<PatternValidation> {}
