package org.knime.node;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;

/** What both kinds of models do with their parameters. Parameters are null until loaded or configured. */
sealed interface DefaultModelToNodeModelAdapter
        permits StandardDefaultModelToNodeModelAdapter, RearrangeColumnsDefaultModelToNodeModelAdapter {

    Optional<Class<? extends NodeParameters>> getModelParametersClass();

    Optional<Class<? extends NodeParameters>> getViewParametersClass();

    /** The inputs' specs of the last configure. */
    Optional<PortObjectSpec[]> getSpecs();

    NodeParameters getModelParameters();

    void setModelParameters(NodeParameters modelParameters);

    default void defaultValidateSettings(NodeSettingsRO settings) throws InvalidSettingsException {
        var parametersClass = getModelParametersClass().orElse(null);
        if (parametersClass != null) {
            NodeParametersUtil.loadSettings(settings, parametersClass).validate();
        }
    }

    default void defaultValidateViewSettings(NodeSettingsRO settings) throws InvalidSettingsException {
        var parametersClass = getViewParametersClass().orElse(null);
        if (parametersClass != null) {
            NodeParametersUtil.loadSettings(settings, parametersClass).validate();
        }
    }

    default void defaultLoadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException {
        var parametersClass = getModelParametersClass().orElse(null);
        if (parametersClass != null) {
            setModelParameters(NodeParametersUtil.loadSettings(settings, parametersClass));
        }
    }

    /** A node without parameters stores the plain defaults, but does not take them over. */
    default void defaultSaveSettingsTo(NodeSettingsWO settings) {
        var parametersClass = getModelParametersClass().orElse(null);
        if (parametersClass != null) {
            var present = getModelParameters();
            NodeParametersUtil.saveSettings(
                    parametersClass,
                    present == null ? NodeParametersUtil.createSettings(parametersClass) : present,
                    settings);
        }
    }

    /** A node without parameters gets its defaults at the first configure, made with what is known at its ports. */
    default NodeParameters setInitialSettingsUsingSpecsIfNecessary(PortObjectSpec[] inSpecs)
            throws InvalidSettingsException {
        var parametersClass = getModelParametersClass().orElse(null);
        if (parametersClass != null && getModelParameters() == null) {
            var defaults = NodeParametersUtil.createSettings(parametersClass, inSpecs);
            setModelParameters(defaults);
            defaults.validate();
        }
        return getModelParameters();
    }

    default void defaultSaveDefaultViewSettingsTo(NodeSettingsWO settings) {
        var parametersClass = getViewParametersClass().orElse(null);
        if (parametersClass != null) {
            var specs = getSpecs().orElse(null);
            var defaults = specs == null
                    ? NodeParametersUtil.createSettings(parametersClass)
                    : NodeParametersUtil.createSettings(parametersClass, specs);
            NodeParametersUtil.saveSettings(parametersClass, defaults, settings);
        }
    }
}
