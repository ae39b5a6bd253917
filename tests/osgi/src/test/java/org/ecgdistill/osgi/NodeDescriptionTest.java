package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.TestPlatform.COUNTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ecgdistill.runner.api.NodeInfo;
import org.ecgdistill.runner.api.RunnerException;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every node says what it does, in the words of its declaration. */
class NodeDescriptionTest {

    static List<String> ownNodes() {
        return Knime.get().factories().stream()
                .filter(name -> name.startsWith("org.ecgdistill.knime."))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ownNodes")
    void ownNodeHasAllItsTextsAndItsIcon(String factory) {
        var node = Knime.get().describe(factory);
        assertFalse(node.name().isBlank());
        assertSentence(node.shortDescription(), node);
        assertSentence(node.fullDescription(), node);
        assertFalse(node.outputs().isEmpty(), "a node puts something out");
        assertFalse(node.keywords().isEmpty(), "nobody finds a node without keywords");
        Stream.of(node.options(), node.inputs(), node.outputs(), node.views())
                .flatMap(List::stream)
                .forEach(text -> assertSentence(text.description(), text.title()));
        assertTrue(hasIcon(factory, node.icon()), () -> "no icon " + node.icon() + " beside " + factory);
    }

    private static void assertSentence(String text, Object of) {
        assertTrue(text.strip().matches("(?s).{10,}[.!?)]"), () -> "no sentence: \"" + text + "\" of " + of);
    }

    private static boolean hasIcon(String factory, String icon) {
        var folder = factory.substring(0, factory.lastIndexOf('.') + 1).replace('.', '/');
        for (var bundle : Knime.get().bundles()) {
            if (bundle.getSymbolicName().equals("org.ecgdistill.knime")) {
                return bundle.getResource(icon.startsWith("/") ? icon : folder + icon) != null;
            }
        }
        return false;
    }

    @Test
    void textsAndDefaultsComeFromTheDeclaration() {
        var node = TestPlatform.withTestNodes().describe(COUNTER);
        assertEquals("Counter", node.name());
        assertEquals("Source", node.type());
        assertEquals("Counts.", node.shortDescription());
        assertEquals(List.of(new NodeInfo.Text("Numbers", "One number per row.")), node.outputs());
        assertTrue(node.options().contains(new NodeInfo.Text("Rows", "How far to count.")), node::toString);
        var defaults = new TreeMap<String, Object>();
        node.defaults().forEach(setting -> defaults.put(setting.path(), setting.value()));
        assertEquals("3", defaults.get("rows"));
        assertEquals("0.25", defaults.get("group/offset"));
        assertTrue(defaults.containsKey("failAt"));
        assertNull(defaults.get("failAt"));
    }

    @Test
    void unknownNode() {
        var knime = Knime.get();
        var refused = assertThrows(RunnerException.class, () -> knime.describe("org.example.NoNodeFactory"));
        assertTrue(refused.getMessage().contains("org.example.NoNodeFactory"), refused.getMessage());
    }
}
