package org.ecgdistill.standin;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A class of cells that occurs in a table's file; the file's bytes refer to it by its number.
 *
 * @param elementType of a collection, else null
 */
record CellClass(Class<? extends DataCell> cellClass, DataType elementType) {

    private static final String CLASS = "class";
    private static final String ELEMENT_TYPE = "collection.element.type";

    static CellClass of(DataCell cell) {
        return new CellClass(
                cell.getClass(), cell instanceof CollectionDataValue collection ? collection.getElementType() : null);
    }

    void save(NodeSettingsWO settings) {
        settings.addString(CLASS, cellClass.getName());
        if (elementType != null) {
            elementType.save(settings.addNodeSettings(ELEMENT_TYPE));
        }
    }

    static CellClass load(NodeSettingsRO settings) throws InvalidSettingsException {
        var elementType =
                settings.containsKey(ELEMENT_TYPE) ? DataType.load(settings.getNodeSettings(ELEMENT_TYPE)) : null;
        try {
            return new CellClass(CellTypes.cellClass(settings.getString(CLASS)), elementType);
        } catch (IllegalArgumentException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
    }
}
