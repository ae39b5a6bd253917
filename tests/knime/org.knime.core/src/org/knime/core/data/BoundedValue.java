package org.knime.core.data;

/** Marks values that have an order, so that a column of them has bounds. */
public interface BoundedValue extends DataValue {}
