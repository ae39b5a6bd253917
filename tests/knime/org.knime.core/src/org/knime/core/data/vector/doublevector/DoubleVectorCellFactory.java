package org.knime.core.data.vector.doublevector;

import java.util.Objects;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;

/** Makes cells that hold vectors of numbers. */
public class DoubleVectorCellFactory {

    public static final DataType TYPE = DataType.getType(DenseDoubleVectorCell.class, DoubleCell.TYPE);

    /** A cell around the array, which is not copied: leave it alone afterwards. */
    @SuppressWarnings({"unchecked", "hiding"}) // the second type parameter of the signature hides the interface
    public static <T extends DataCell, DoubleVectorValue> T createCell(double[] vector) {
        return (T) new DenseDoubleVectorCell(Objects.requireNonNull(vector));
    }
}
