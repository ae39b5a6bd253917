package org.knime.core.data;

/** Marks values that name categories. */
public interface NominalValue extends DataValue {}
