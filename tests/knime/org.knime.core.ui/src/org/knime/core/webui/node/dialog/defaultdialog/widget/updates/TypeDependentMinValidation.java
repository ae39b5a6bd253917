package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Says that the field's Java type sets the lower limit. */
public abstract class TypeDependentMinValidation extends MinValidation {}
