package org.ecgdistill.knime.common;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;

/**
 * Signals in table cells. Written as lists of double, which every KNIME node for collections understands; read from
 * those and from double vectors. A missing element is NaN in the array, and the other way round.
 */
public final class Signals {

    public static final DataType TYPE = ListCell.getCollectionType(DoubleCell.TYPE);

    private Signals() {}

    public static boolean isSignal(DataType type) {
        return type.isCompatible(DoubleVectorValue.class)
                || type.isCompatible(ListDataValue.class)
                        && type.getCollectionElementType().isCompatible(DoubleValue.class);
    }

    /** A new array with the samples of a cell that is not missing. */
    public static double[] read(DataValue cell) {
        // The list first: KNIME's columnar lists are double vectors too, but as such they know no missing elements.
        if (cell instanceof ListDataValue list) {
            return read(list);
        }
        var vector = (DoubleVectorValue) cell;
        var samples = new double[vector.getLength()];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = vector.getValue(i);
        }
        return samples;
    }

    /** How many samples a cell that is not missing holds. */
    public static int length(DataValue cell) {
        return cell instanceof ListDataValue list ? list.size() : ((DoubleVectorValue) cell).getLength();
    }

    private static double[] read(ListDataValue list) {
        var samples = new double[list.size()];
        for (var i = 0; i < samples.length; i++) {
            var sample = list.get(i);
            samples[i] = sample.isMissing() ? Double.NaN : ((DoubleValue) sample).getDoubleValue();
        }
        return samples;
    }

    public static DataCell write(double[] samples) {
        return write(cells(samples));
    }

    /** The samples as the elements of a list. */
    public static List<DataCell> cells(double[] samples) {
        var cells = new ArrayList<DataCell>(samples.length);
        for (var sample : samples) {
            cells.add(Cells.of(sample));
        }
        return cells;
    }

    /** Lists that share elements take a fraction of the memory. */
    public static DataCell write(List<DataCell> samples) {
        return CollectionCellFactory.createListCell(samples);
    }
}
