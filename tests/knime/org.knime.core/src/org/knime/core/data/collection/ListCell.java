package org.knime.core.data.collection;

import java.util.Iterator;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** A list of cells. */
public class ListCell extends DataCell implements ListDataValue {

    private static final long serialVersionUID = 1L;

    private final List<DataCell> elements;
    private final transient DataType elementType;

    ListCell(List<DataCell> elements) {
        this.elements = elements;
        elementType = commonType(elements);
    }

    public static DataType getCollectionType(DataType elementType) {
        return DataType.getType(ListCell.class, elementType);
    }

    private static DataType commonType(List<DataCell> elements) {
        var common = DataType.getMissingCell().getType();
        Class<?> last = null;
        for (var element : elements) {
            // lists of signals hold thousands of cells of one class: look at each class once
            if (element.getClass() != last || element instanceof CollectionDataValue) {
                common = DataType.getCommonSuperType(common, element.getType());
                last = element.getClass();
            }
        }
        return common;
    }

    @Override
    public DataType getElementType() {
        return elementType;
    }

    @Override
    public Iterator<DataCell> iterator() {
        return elements.iterator();
    }

    @Override
    public DataCell get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return ((ListCell) dc).elementType.equals(elementType) && ((ListCell) dc).elements.equals(elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    @Override
    public String toString() {
        return elements.toString();
    }
}
