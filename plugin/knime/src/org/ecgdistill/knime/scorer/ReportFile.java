package org.ecgdistill.knime.scorer;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.evaluation.report.ReportPage;
import org.ecgdistill.evaluation.study.Comparison;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.location.FSPathProviderFactory;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.NodeParametersMigration;

/** Where the report goes: wherever KNIME's file chooser can point to, or nowhere. */
@SuppressWarnings("restriction") // the file chooser has no public counterpart yet
final class ReportFile {

    private ReportFile() {}

    /** KNIME's chooser may also hold no place at all, which has no path. */
    static boolean isChosen(FileSelection selection) {
        var path = selection.getFSLocation().getPath();
        return path != null && !path.isBlank();
    }

    static void check(FileSelection selection) throws InvalidSettingsException {
        if (!isChosen(selection) || selection.getFSLocation().getFSCategory() != FSCategory.LOCAL) {
            return;
        }
        var path = selection.getFSLocation().getPath().strip();
        try {
            Path.of(path);
        } catch (InvalidPathException ex) {
            throw new InvalidSettingsException(
                    "The report file \"" + path + "\" is no valid path: " + ex.getReason()
                            + ". Choose another file in the node's dialog.",
                    ex);
        }
    }

    static void write(ReportPage page, Comparison comparison, FSLocation location) throws KNIMEException {
        if (location.getFSCategory() == FSCategory.LOCAL) {
            page.write(comparison, Path.of(location.getPath().strip()));
            return;
        }
        try (var factory = FSPathProviderFactory.newFactory(Optional.empty(), location);
                var provider = factory.create(location)) {
            page.write(comparison, provider.getPath());
        } catch (IOException ex) {
            throw new KNIMEException(
                    "The report cannot be written to \"" + location.getPath() + "\": " + ex.getMessage()
                            + ". Choose another place in the node's dialog.",
                    ex);
        }
    }

    /** The first workflows with this node hold the file's path as a text named "report". */
    static final class FromText implements NodeParametersMigration<FileSelection> {

        private static final String OLD_KEY = "report";

        @Override
        public List<ConfigMigration<FileSelection>> getConfigMigrations() {
            return List.of(
                    ConfigMigration.builder(settings ->
                                    new FileSelection(new FSLocation(FSCategory.LOCAL, settings.getString(OLD_KEY))))
                            .withDeprecatedConfigPath(OLD_KEY)
                            .build(),
                    ConfigMigration.builder(settings -> new FileSelection()).build());
        }
    }
}
