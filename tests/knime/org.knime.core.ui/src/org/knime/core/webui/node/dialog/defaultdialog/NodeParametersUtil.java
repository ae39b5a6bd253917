package org.knime.core.webui.node.dialog.defaultdialog;

import org.ecgdistill.standin.ui.ParametersInput;
import org.ecgdistill.standin.ui.persist.Instances;
import org.ecgdistill.standin.ui.persist.ParameterForms;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Makes, stores and loads parameters. */
public final class NodeParametersUtil {

    private NodeParametersUtil() {}

    public static NodeParametersInput createDefaultNodeSettingsContext(PortObjectSpec[] specs) {
        return ParametersInput.of(specs);
    }

    public static <S extends NodeParameters> S loadSettings(NodeSettingsRO settings, Class<S> clazz)
            throws InvalidSettingsException {
        return ParameterForms.load(clazz, settings);
    }

    /** The defaults of a node that sees these specs at its inputs. */
    public static <S extends NodeParameters> S createSettings(Class<S> clazz, PortObjectSpec[] specs) {
        return createSettings(clazz, createDefaultNodeSettingsContext(specs));
    }

    /** The defaults by the constructor that takes the inputs, or without it by the plain one. */
    public static <S extends NodeParameters> S createSettings(Class<S> clazz, NodeParametersInput context) {
        return Instances.of(clazz, context);
    }

    /** The plain defaults. */
    public static <S extends NodeParameters> S createSettings(Class<S> clazz) {
        return Instances.of(clazz);
    }

    public static void saveSettings(
            Class<? extends NodeParameters> settingsClass, NodeParameters settingsObject, NodeSettingsWO settings) {
        CheckUtils.checkArgument(
                settingsClass.isInstance(settingsObject), "The parameters are no " + settingsClass.getName() + ".");
        ParameterForms.save(settingsObject, settings);
    }
}
