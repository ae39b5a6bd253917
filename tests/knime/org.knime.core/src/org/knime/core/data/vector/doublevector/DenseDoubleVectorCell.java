package org.knime.core.data.vector.doublevector;

import java.util.Arrays;
import java.util.Iterator;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.def.DoubleCell;

/** A vector of numbers without a cell for each. */
public class DenseDoubleVectorCell extends DataCell implements DoubleVectorValue, CollectionDataValue {

    private static final long serialVersionUID = 1L;

    private final double[] values;

    DenseDoubleVectorCell(double[] doubleVector) {
        values = doubleVector;
    }

    @Override
    public int getLength() {
        return values.length;
    }

    @Override
    public double getValue(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public DataType getElementType() {
        return DoubleCell.TYPE;
    }

    @Override
    public Iterator<DataCell> iterator() {
        return Arrays.stream(values).<DataCell>mapToObj(DoubleCell::new).iterator();
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return Arrays.equals(((DenseDoubleVectorCell) dc).values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
