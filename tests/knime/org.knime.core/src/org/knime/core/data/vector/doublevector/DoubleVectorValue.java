package org.knime.core.data.vector.doublevector;

import org.knime.core.data.DataValue;

/** A vector of numbers. */
public interface DoubleVectorValue extends DataValue {

    int getLength();

    double getValue(int index);
}
