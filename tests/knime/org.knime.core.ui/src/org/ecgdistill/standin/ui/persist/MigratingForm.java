package org.ecgdistill.standin.ui.persist;

import java.util.List;
import java.util.stream.Stream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.webui.node.dialog.defaultdialog.persistence.internal.NewSettingsMissingMatcher;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;

/** Looks for what older versions stored before it looks for the present form. */
record MigratingForm(List<ConfigMigration<Object>> migrations, Form present, String[][] paths) implements Form {

    @SuppressWarnings("unchecked") // the annotation stands at a field of the migration's type
    static MigratingForm of(Migration annotation, Form present, String[][] paths) {
        NodeParametersMigration<Object> migration = Instances.of(annotation.value());
        return new MigratingForm(migration.getConfigMigrations(), present, paths);
    }

    @Override
    public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
        for (var migration : migrations) {
            if (matches(migration, settings)) {
                return migration.getLoader().load(settings);
            }
        }
        return present.load(settings);
    }

    private boolean matches(ConfigMigration<Object> migration, NodeSettingsRO settings) {
        if (!(migration.getMatcher() instanceof NewSettingsMissingMatcher)) {
            return migration.getMatcher().test(settings);
        }
        if (paths == null || paths.length == 0) {
            throw new IllegalStateException("A migration without matcher and without deprecated config paths needs a"
                    + " persistor that names its config paths.");
        }
        return Stream.of(paths).noneMatch(path -> SettingsPath.isPresent(settings, path));
    }

    @Override
    public void save(Object value, NodeSettingsWO settings) {
        present.save(value, settings);
    }
}
