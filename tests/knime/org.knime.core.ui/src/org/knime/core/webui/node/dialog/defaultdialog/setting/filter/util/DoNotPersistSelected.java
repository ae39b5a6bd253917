package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/** Stores nothing, loads null. */
public class DoNotPersistSelected implements NodeParametersPersistor<String[]> {

    @Override
    public String[] load(NodeSettingsRO settings) {
        return null;
    }

    @Override
    public void save(String[] obj, NodeSettingsWO settings) {
        // what the dialog shows is computed again when it opens
    }

    @Override
    public String[][] getConfigPaths() {
        return new String[0][];
    }
}
