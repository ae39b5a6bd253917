package org.ecgdistill.runner.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;

/** Finds node factories where plug-ins declare them: in the extension registry. */
final class NodeFactories {
    private static final String EXTENSION_POINT = "org.knime.workbench.repository.nodes";
    private static final String FACTORY_CLASS = "factory-class";

    private NodeFactories() {}

    /** A node that cannot be had; the message says which, and what to install. */
    static final class MissingNodeException extends Exception {
        private static final long serialVersionUID = 1L;

        MissingNodeException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static IConfigurationElement[] declarations() {
        return Platform.getExtensionRegistry().getConfigurationElementsFor(EXTENSION_POINT);
    }

    static List<String> names() {
        return Arrays.stream(declarations())
                .map(element -> element.getAttribute(FACTORY_CLASS))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    static NodeFactory<? extends NodeModel> create(NodeOrigin origin) throws MissingNodeException {
        for (var element : declarations()) {
            if (origin.factory().equals(element.getAttribute(FACTORY_CLASS))) {
                return create(element, origin);
            }
        }
        throw new MissingNodeException(missing(origin), null);
    }

    /** For a node of which only the class is known. */
    static NodeFactory<? extends NodeModel> create(String factory) throws MissingNodeException {
        return create(new NodeOrigin(factory, null, null, null, null, null));
    }

    private static NodeFactory<? extends NodeModel> create(IConfigurationElement element, NodeOrigin origin)
            throws MissingNodeException {
        try {
            var factory = (NodeFactory<?>) element.createExecutableExtension(FACTORY_CLASS);
            factory.init();
            return factory;
        } catch (CoreException | RuntimeException | LinkageError ex) {
            var cause = Objects.requireNonNullElse(ex.getCause(), ex);
            throw new MissingNodeException(
                    "The node of " + origin.factory() + " could not be created: "
                            + cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                    ex);
        }
    }

    private static String missing(NodeOrigin origin) {
        var what = origin.nodeName() == null ? "The node of " + origin.factory() : "Node \"" + origin.nodeName() + "\"";
        if (origin.bundle() == null) {
            return what + " is not available: no installed plug-in declares the factory " + origin.factory() + ".";
        }
        var provider = origin.vendor() == null ? "" : ", provided by \"" + origin.vendor() + "\",";
        var bundle = Platform.getBundle(origin.bundle());
        if (bundle == null) {
            return what + " is not available: its plug-in \"" + origin.bundle() + "\"" + provider
                    + " is not installed. Install the extension that holds it, or remove the node.";
        }
        return what + " is not available: its plug-in \"" + origin.bundle() + "\"" + provider
                + " is installed in version "
                + bundle.getVersion() + " but does not declare the factory " + origin.factory()
                + ". Install the version the workflow was made with (" + origin.version() + ").";
    }
}
