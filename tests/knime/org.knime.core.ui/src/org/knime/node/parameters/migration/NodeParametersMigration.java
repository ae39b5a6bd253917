package org.knime.node.parameters.migration;

import java.util.List;

/** The forms in which older versions stored a parameter. */
public interface NodeParametersMigration<T> {

    /** The first that matches is taken. */
    List<ConfigMigration<T>> getConfigMigrations();
}
