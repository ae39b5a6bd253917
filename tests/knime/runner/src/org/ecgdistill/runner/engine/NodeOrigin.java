package org.ecgdistill.runner.engine;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Where a node's implementation comes from, as settings.xml says it.
 *
 * @param factory the class name of the factory
 * @param nodeName the node's name
 * @param bundleName the title of the plug-in
 * @param bundle the symbolic name of the plug-in
 * @param vendor who provides the plug-in
 * @param version the plug-in's version
 */
record NodeOrigin(String factory, String nodeName, String bundleName, String bundle, String vendor, String version) {
    private static final String NO_VERSION = "0.0.0";

    /** @throws InvalidSettingsException if one of the five entries is missing without which KNIME skips the node */
    static NodeOrigin load(NodeSettingsRO settings) throws InvalidSettingsException {
        return new NodeOrigin(
                settings.getString("factory"),
                settings.getString("node-name"),
                settings.getString("node-bundle-name"),
                settings.getString("node-bundle-symbolic-name"),
                settings.getString("node-bundle-vendor"),
                settings.getString("node-bundle-version", NO_VERSION));
    }

    static NodeOrigin of(Class<?> factory, String nodeName) {
        var bundle = FrameworkUtil.getBundle(factory);
        return new NodeOrigin(
                factory.getName(),
                nodeName,
                header(bundle, "Bundle-Name"),
                bundle.getSymbolicName(),
                header(bundle, "Bundle-Vendor"),
                bundle.getVersion().toString());
    }

    private static String header(Bundle bundle, String name) {
        return bundle.getHeaders().get(name);
    }

    void save(NodeSettingsWO settings) {
        settings.addString("factory", factory);
        settings.addString("node-name", nodeName);
        settings.addString("node-bundle-name", bundleName);
        settings.addString("node-bundle-symbolic-name", bundle);
        settings.addString("node-bundle-vendor", vendor);
        settings.addString("node-bundle-version", version);
        settings.addString("node-feature-name", null);
        settings.addString("node-feature-symbolic-name", null);
        settings.addString("node-feature-vendor", null);
        settings.addString("node-feature-version", NO_VERSION);
    }
}
