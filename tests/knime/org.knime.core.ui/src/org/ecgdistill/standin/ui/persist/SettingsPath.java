package org.ecgdistill.standin.ui.persist;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Looks for keys in nested settings. */
public final class SettingsPath {

    private SettingsPath() {}

    /** Whether something stands under these keys, from the outermost inwards; no keys at all stand for the whole. */
    public static boolean isPresent(NodeSettingsRO settings, String... keys) {
        var inner = settings;
        for (var i = 0; i < keys.length - 1; i++) {
            try {
                inner = inner.getNodeSettings(keys[i]);
            } catch (InvalidSettingsException ex) {
                return false;
            }
        }
        return keys.length == 0 || inner.containsKey(keys[keys.length - 1]);
    }
}
