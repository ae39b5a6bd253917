package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.Workflow;

/** Nodes of a workflow that must fail, each with a sentence of which a part is given. */
final class Refusals {
    private final Workflow workflow;
    private final Map<Node, String> expected = new LinkedHashMap<>();

    Refusals(Workflow workflow) {
        this.workflow = workflow;
    }

    Refusals add(Node node, String part) {
        expected.put(node, part);
        return this;
    }

    void check() {
        try (var run = workflow.run()) {
            var wrong = new ArrayList<String>();
            expected.forEach((node, part) -> {
                var report = run.node(node);
                if (report.state() != NodeState.FAILED || !report.message().contains(part)) {
                    wrong.add(part + " → " + report.state() + ": " + report.message());
                }
            });
            assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
        }
    }

    static void assertSays(String sentence, String... parts) {
        for (var part : parts) {
            assertTrue(sentence.contains(part), () -> "\"" + part + "\" in: " + sentence);
        }
    }
}
