package org.ecgdistill.knime.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;

class ShownSettingsTest {

    private static final String FOUNDER = "org.ecgdistill.knime.founder.EcgFounderLearnerParameters";
    private static final String STUDENT = "org.ecgdistill.knime.student.KdStudentLearnerParameters";
    private static final String VQC = "org.ecgdistill.knime.vqc.VqcLearnerParameters";

    /** The result does not depend on these, and a path of this computer does not belong in a model's file. */
    private static final Set<String> OF_COMPUTER = Set.of("Models in parallel", "Compute on", "LibTorch folder");

    /** No two settings of a dialog share a title, and those that no condition hides are there, in the dialog's words. */
    @ParameterizedTest
    @ValueSource(strings = {FOUNDER, STUDENT, VQC})
    void everySettingIsThereWithTitleAndLabel(String name) throws ReflectiveOperationException {
        var parameters = parameters(name);
        var fields = fields(parameters.getClass()).toList();
        var titles = fields.stream().map(ShownSettingsTest::title).collect(Collectors.toSet());
        assertEquals(fields.size(), titles.size(), "two settings have one title");
        var shown = ShownSettings.of(parameters);
        assertEquals(Set.of(), common(OF_COMPUTER, shown));
        var missing = fields.stream()
                .filter(field -> !field.isAnnotationPresent(Effect.class))
                .map(ShownSettingsTest::title)
                .filter(title -> !shown.containsKey(title) && !title.endsWith(" column"))
                .filter(title -> !OF_COMPUTER.contains(title))
                .toList();
        assertEquals(List.of(), missing);
        shown.forEach((title, text) -> {
            assertTrue(titles.contains(title), title);
            assertFalse(text.matches("[A-Z0-9]+(_[A-Z0-9]+)+"), text);
        });
    }

    @Test
    void aStudentShowsItsOwnNetworkAndMethod() throws ReflectiveOperationException {
        var parameters = parameters(STUDENT);
        var shown = ShownSettings.of(parameters);
        assertEquals("ResNet-1D", shown.get("Student"));
        assertEquals("32, 64, 80", shown.get("Channels per stage"));
        assertEquals("Soft targets (Hinton)", shown.get("Method"));
        assertEquals("4", shown.get("Temperatures T"));
        assertEquals("AUROC", shown.get("Select pair by"));
        assertEquals("Cosine", shown.get("Learning rate curve"));
        assertEquals("0.001", shown.get("Learning rate"));
        assertEquals("false", shown.get("Balance classes"));
        var hidden = Set.of("Heads", "Kernel size", "Weights λ", "Alignment epochs", "Features column", "Teachers");
        assertEquals(Set.of(), common(hidden, shown));
        set(parameters, "m_network.m_kind", "VIT");
        set(parameters, "m_distillation.m_method", "FEATURES");
        var other = ShownSettings.of(parameters);
        assertEquals("ViT-1D", other.get("Student"));
        assertEquals("2", other.get("Heads"));
        assertEquals("5", other.get("Alignment epochs"));
        assertEquals(
                Set.of(), common(Set.of("Channels per stage", "Kernel size", "Temperatures T", "Weights α"), other));
    }

    /** A check box can show a setting, and a choice can hide one. */
    @Test
    void conditionsCanShowAndHide() throws ReflectiveOperationException {
        var parameters = parameters(FOUNDER);
        var shown = ShownSettings.of(parameters);
        assertEquals("Random", shown.get("Start from"));
        assertEquals("500.0", shown.get("Sampling rate (Hz)"));
        assertEquals(Set.of("Size"), common(Set.of("Size", "Weights file", "Train", "Duration (s)"), shown));
        set(parameters, "m_start", "WEIGHTS");
        var preparation = value(parameters, "m_preparation");
        field(preparation, "m_resample").setBoolean(preparation, false);
        field(preparation, "m_fit").setBoolean(preparation, true);
        var other = ShownSettings.of(parameters);
        assertEquals("Head only", other.get("Train"));
        assertEquals("", other.get("Weights file"));
        assertEquals("10.0", other.get("Duration (s)"));
        assertEquals(Set.of(), common(Set.of("Size", "Sampling rate (Hz)"), other));
    }

    @Test
    void groupsWithoutEffectAreLeftOut() throws ReflectiveOperationException {
        var parameters = parameters(VQC);
        set(parameters, "m_student", "ATTENTION");
        var circuit = (NodeParameters) value(parameters, "m_circuit");
        assertEquals("π·tanh", scaled(circuit));
        var shown = ShownSettings.of(parameters, circuit);
        assertEquals("Quantum attention", shown.get("Student"));
        assertEquals("16", shown.get("Patches"));
        assertEquals(Set.of(), common(Set.of("Feature map", "Qubits", "Scaling"), shown));
    }

    private static String scaled(NodeParameters circuit) throws ReflectiveOperationException {
        set(circuit, "m_scaling", "PI_TANH");
        return ShownSettings.of(circuit).get("Scaling");
    }

    private static Set<String> common(Set<String> titles, Map<String, String> shown) {
        var common = new TreeSet<>(titles);
        common.retainAll(shown.keySet());
        return common;
    }

    private static NodeParameters parameters(String name) throws ReflectiveOperationException {
        var constructor = Class.forName(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (NodeParameters) constructor.newInstance();
    }

    /** All fields with a widget, of nested groups too. */
    private static Stream<Field> fields(Class<?> group) {
        return Stream.of(group.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .flatMap(field -> field.isAnnotationPresent(Widget.class) ? Stream.of(field) : fields(field.getType()));
    }

    private static String title(Field field) {
        return field.getAnnotation(Widget.class).title();
    }

    private static Field field(Object group, String name) throws ReflectiveOperationException {
        var field = group.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static Object value(Object group, String name) throws ReflectiveOperationException {
        return field(group, name).get(group);
    }

    /** Makes a choice by its stored name. */
    private static void set(Object parameters, String path, String choice) throws ReflectiveOperationException {
        var names = path.split("\\.");
        var group = names.length == 1 ? parameters : value(parameters, names[0]);
        var field = field(group, names[names.length - 1]);
        for (var constant : field.getType().getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(choice)) {
                field.set(group, constant);
            }
        }
    }
}
