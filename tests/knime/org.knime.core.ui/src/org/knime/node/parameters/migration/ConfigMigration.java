package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.ecgdistill.standin.ui.persist.SettingsPath;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.node.dialog.defaultdialog.persistence.internal.NewSettingsMissingMatcher;

/** How to tell, and to load, what one older version stored. */
public final class ConfigMigration<T> {

    private final Predicate<NodeSettingsRO> m_matcher;
    private final ParametersLoader<T> m_loader;

    private ConfigMigration(Predicate<NodeSettingsRO> matcher, ParametersLoader<T> loader) {
        m_matcher = matcher;
        m_loader = loader;
    }

    public ParametersLoader<T> getLoader() {
        return m_loader;
    }

    public Predicate<NodeSettingsRO> getMatcher() {
        return m_matcher;
    }

    public static <T> Builder<T> builder(ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    /** Collects what tells the older form. */
    public static final class Builder<T> {

        private final ParametersLoader<T> m_loader;
        private final List<String[]> m_deprecatedPaths = new ArrayList<>();
        private Predicate<NodeSettingsRO> m_givenMatcher;

        public Builder(ParametersLoader<T> loader) {
            m_loader = Objects.requireNonNull(loader);
        }

        public Builder<T> withDeprecatedConfigPath(String... configKeys) {
            m_deprecatedPaths.add(configKeys.clone());
            return this;
        }

        public Builder<T> withMatcher(Predicate<NodeSettingsRO> matcher) {
            m_givenMatcher = matcher;
            return this;
        }

        public ConfigMigration<T> build() {
            return new ConfigMigration<>(m_givenMatcher == null ? matcherOfPaths() : m_givenMatcher, m_loader);
        }

        private Predicate<NodeSettingsRO> matcherOfPaths() {
            if (m_deprecatedPaths.isEmpty()) {
                return new NewSettingsMissingMatcher();
            }
            var paths = List.copyOf(m_deprecatedPaths);
            return settings -> paths.stream().allMatch(path -> SettingsPath.isPresent(settings, path));
        }
    }
}
