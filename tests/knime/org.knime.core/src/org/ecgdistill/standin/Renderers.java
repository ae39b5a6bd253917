package org.ecgdistill.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.RegistryFactory;
import org.knime.core.data.DataType;
import org.knime.core.data.renderer.DataValueRendererFactory;

/** The renderers that bundles declare at the extension point org.knime.core.DataValueRenderer; KNIME's own are not here. */
public final class Renderers {

    private static final String EXTENSION_POINT = "org.knime.core.DataValueRenderer";

    private Renderers() {}

    /** Those for the values of a type, as KNIME finds them: by the names of the type's value classes. */
    public static List<DataValueRendererFactory> of(DataType type) {
        var found = new LinkedHashMap<String, DataValueRendererFactory>();
        var registry = RegistryFactory.getRegistry();
        if (registry != null) {
            for (var value : type.getValueClasses()) {
                for (var element : registry.getConfigurationElementsFor(EXTENSION_POINT)) {
                    if (value.getName().equals(element.getAttribute("valueClass"))) {
                        add(element, found);
                    }
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private static void add(IConfigurationElement value, Map<String, DataValueRendererFactory> found) {
        for (var renderer : value.getChildren("renderer")) {
            try {
                var factory = (DataValueRendererFactory) renderer.createExecutableExtension("rendererFactoryClass");
                found.put(factory.getId(), factory);
            } catch (CoreException ex) {
                throw new IllegalStateException(
                        "The renderer " + renderer.getAttribute("rendererFactoryClass") + " declared by "
                                + value.getContributor().getName() + " cannot be made: " + ex.getMessage(),
                        ex);
            }
        }
    }
}
