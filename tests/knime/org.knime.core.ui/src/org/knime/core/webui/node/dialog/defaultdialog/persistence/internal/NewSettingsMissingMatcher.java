package org.knime.core.webui.node.dialog.defaultdialog.persistence.internal;

import java.util.function.Predicate;
import org.knime.core.node.NodeSettingsRO;

/** Stands for "none of the present keys is there"; only the loader knows the keys, so it never tests by itself. */
public final class NewSettingsMissingMatcher implements Predicate<NodeSettingsRO> {

    @Override
    public boolean test(NodeSettingsRO settings) {
        throw new IllegalStateException("Only the loader can tell whether the present keys are missing.");
    }
}
