package org.knime.node.parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

/** Parameters in settings: the form, what happens to keys that are missing, and to what older versions stored. */
class ParameterFormsTest {

    private static NodeSettings saved(NodeParameters parameters) {
        var settings = new NodeSettings("model");
        NodeParametersUtil.saveSettings(parameters.getClass(), parameters, settings);
        return settings;
    }

    private static String xml(NodeSettings settings) throws IOException {
        var out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Settings without one of their keys. */
    private static NodeSettings without(NodeSettings settings, String key) throws IOException {
        var lines = xml(settings).lines().toList();
        var kept = new StringBuilder();
        String skippedUntil = null;
        for (var line : lines) {
            if (skippedUntil == null && line.startsWith("    <entry key=\"" + key + "\"")) {
                continue;
            }
            if (skippedUntil == null && line.startsWith("    <config key=\"" + key + "\"")) {
                skippedUntil = line.endsWith("/>") ? null : "    </config>";
                continue;
            }
            if (skippedUntil == null) {
                kept.append(line).append('\n');
            } else if (line.equals(skippedUntil)) {
                skippedUntil = null;
            }
        }
        return (NodeSettings) NodeSettings.loadFromXML(
                new ByteArrayInputStream(kept.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyFormIsWrittenAsKnimeWritesIt() throws IOException {
        try (var expected = Objects.requireNonNull(
                getClass().getResourceAsStream("/org/knime/node/parameter-forms.xml"), "parameter-forms.xml")) {
            assertEquals(
                    new String(expected.readAllBytes(), StandardCharsets.UTF_8).strip(),
                    xml(saved(new AllForms())).strip());
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        var parameters = new AllForms();
        parameters.m_int = 17;
        parameters.m_nullMode = AllForms.Mode.FAST;
        parameters.m_none = Optional.of(2.5);
        parameters.m_some = Optional.empty();
        parameters.m_text = "line 1\nline 2\u0001";
        parameters.m_groups = new AllForms.Group[] {new AllForms.Group("only")};
        parameters.m_custom = 21;
        var settings = saved(parameters);
        var loaded = NodeParametersUtil.loadSettings(settings, AllForms.class);
        assertEquals(xml(settings), xml(saved(loaded)));
        assertEquals(17, loaded.m_int);
        assertEquals(Optional.of(2.5), loaded.m_none);
        assertEquals(Optional.empty(), loaded.m_some);
        assertEquals("line 1\nline 2\u0001", loaded.m_text);
        assertEquals(List.of("only"), List.of(loaded.m_groups[0].m_name));
        assertEquals(21, loaded.m_custom);
        assertArrayEquals(new String[] {"a", null, ""}, loaded.m_texts);
        assertEquals(parameters.m_data, loaded.m_data);
        assertEquals(parameters.m_column, loaded.m_column);
    }

    /** KNIME writes a choice that is null, but does not read it. */
    @Test
    void aChoiceMustBeOneOfItsConstants() {
        var settings = saved(new AllForms());
        var missing = assertThrows(
                InvalidSettingsException.class, () -> NodeParametersUtil.loadSettings(settings, AllForms.class));
        assertEquals("Invalid value 'null'. Possible values: FAST, EXACT", missing.getMessage());
        settings.addString("nullMode", "SLOW");
        var wrong = assertThrows(
                InvalidSettingsException.class, () -> NodeParametersUtil.loadSettings(settings, AllForms.class));
        assertEquals("Invalid value 'SLOW'. Possible values: FAST, EXACT", wrong.getMessage());
    }

    @TestFactory
    List<DynamicTest> aMissingKeyIsAnError() {
        var parameters = new AllForms();
        parameters.m_nullMode = AllForms.Mode.FAST;
        var settings = saved(parameters);
        // KNIME takes an optional value for present where it does not say
        return settings.keySet().stream()
                .filter(key -> !key.endsWith("_is_present"))
                .filter(key -> !List.of("none", "noText", "noMode", "noList").contains(key))
                .map(key -> DynamicTest.dynamicTest(
                        key,
                        () -> assertThrows(
                                InvalidSettingsException.class,
                                () -> NodeParametersUtil.loadSettings(without(settings, key), AllForms.class))))
                .toList();
    }

    static class Strict implements NodeParameters {
        int m_old = 1;
        int m_new = 2;
        AllForms.Group m_group = new AllForms.Group("default");
    }

    @LoadDefaultsForAbsentFields
    static final class Lenient extends Strict {
        @Persistor(AllForms.Twice.class)
        int m_custom = 3;
    }

    static final class OneLenientField implements NodeParameters {
        int m_old = 1;

        @Migrate(loadDefaultIfAbsent = true)
        int m_new = 2;
    }

    @Test
    void defaultsForAbsentFieldsAreTakenWhereTheClassSaysSo() throws Exception {
        var lenient = new Lenient();
        lenient.m_old = 10;
        lenient.m_new = 20;
        lenient.m_group = new AllForms.Group("stored");
        lenient.m_custom = 30;
        var settings = saved(lenient);
        assertEquals(2, NodeParametersUtil.loadSettings(without(settings, "new"), Lenient.class).m_new);
        assertEquals(10, NodeParametersUtil.loadSettings(without(settings, "new"), Lenient.class).m_old);
        assertEquals(
                "default", NodeParametersUtil.loadSettings(without(settings, "group"), Lenient.class).m_group.m_name);
        assertEquals(3, NodeParametersUtil.loadSettings(without(settings, "twice"), Lenient.class).m_custom);
        assertEquals(1, NodeParametersUtil.loadSettings(new NodeSettings("model"), Lenient.class).m_old);
        assertThrows(
                InvalidSettingsException.class,
                () -> NodeParametersUtil.loadSettings(without(settings, "new"), Strict.class));
    }

    /** The annotation of a class does not reach into the groups that it holds. */
    @Test
    void groupsAreStrictUnlessTheySaySoThemselves() throws Exception {
        var settings = saved(new Lenient());
        var group = new NodeSettings("group");
        group.addString("name", "half");
        settings.addNodeSettings(group);
        assertThrows(InvalidSettingsException.class, () -> NodeParametersUtil.loadSettings(settings, Lenient.class));
    }

    @Test
    void oneFieldMayBeAbsentAlone() throws Exception {
        var settings = saved(new OneLenientField());
        assertEquals(2, NodeParametersUtil.loadSettings(without(settings, "new"), OneLenientField.class).m_new);
        assertThrows(
                InvalidSettingsException.class,
                () -> NodeParametersUtil.loadSettings(without(settings, "old"), OneLenientField.class));
    }

    static final class Renamed implements NodeParameters {

        @Migration(FromPercent.class)
        double m_fraction = 0.5;

        @Migration(Always7.class)
        int m_seed = 1;

        static final class FromPercent implements NodeParametersMigration<Double> {

            private static Double load(NodeSettingsRO settings) throws InvalidSettingsException {
                return settings.getInt("percent") / 100.0;
            }

            @Override
            public List<ConfigMigration<Double>> getConfigMigrations() {
                return List.of(ConfigMigration.builder(FromPercent::load)
                        .withDeprecatedConfigPath("percent")
                        .build());
            }
        }

        static final class Always7 implements DefaultProvider<Integer> {
            @Override
            public Integer getDefault() {
                return 7;
            }
        }
    }

    @Test
    void whatOlderVersionsStoredIsMigrated() throws Exception {
        var old = new NodeSettings("model");
        old.addInt("percent", 25);
        var loaded = NodeParametersUtil.loadSettings(old, Renamed.class);
        assertEquals(0.25, loaded.m_fraction);
        assertEquals(7, loaded.m_seed);
        var present = saved(new Renamed());
        assertFalse(present.containsKey("percent"));
        assertEquals(0.5, NodeParametersUtil.loadSettings(present, Renamed.class).m_fraction);
        assertEquals(1, NodeParametersUtil.loadSettings(present, Renamed.class).m_seed);
    }

    static final class Contradiction implements NodeParameters {
        @Persist(configKey = "x")
        @Persistor(AllForms.Twice.class)
        int m_x;
    }

    static final class Unstorable implements NodeParameters {
        Object m_anything = new Object();
    }

    @Test
    void whatCannotBeStoredIsSaidAtOnce() {
        assertThrows(IllegalStateException.class, () -> saved(new Contradiction()));
        var ex = assertThrows(IllegalArgumentException.class, () -> saved(new Unstorable()));
        assertTrue(ex.getMessage().contains("Unstorable.anything"), ex.getMessage());
    }
}
