package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** Says that the field's Java type sets the upper limit. */
public abstract class TypeDependentMaxValidation extends MaxValidation {}
