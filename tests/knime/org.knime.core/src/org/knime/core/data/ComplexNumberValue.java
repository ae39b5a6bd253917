package org.knime.core.data;

/** A complex number; every real number is one. */
public interface ComplexNumberValue extends DataValue {

    double getRealValue();

    double getImaginaryValue();
}
