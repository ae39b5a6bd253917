package org.ecgdistill.standin.ui.persist;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistor;

/** A node's own way to store something. */
record CustomForm(NodeParametersPersistor<Object> persistor) implements Form {

    @SuppressWarnings("unchecked") // the annotation stands at a field of the persistor's type
    static CustomForm of(Persistor annotation) {
        NodeParametersPersistor<Object> persistor = Instances.of(annotation.value());
        return new CustomForm(persistor);
    }

    String[][] paths() {
        return persistor.getConfigPaths();
    }

    @Override
    public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
        return persistor.load(settings);
    }

    @Override
    public void save(Object value, NodeSettingsWO settings) {
        persistor.save(value, settings);
    }
}
