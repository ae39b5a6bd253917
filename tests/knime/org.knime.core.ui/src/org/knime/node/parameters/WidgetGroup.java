package org.knime.node.parameters;

/** Marks a class whose fields appear in a dialog. */
public interface WidgetGroup {}
