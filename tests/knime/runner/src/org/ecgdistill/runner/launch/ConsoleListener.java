package org.ecgdistill.runner.launch;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ecgdistill.runner.api.NodeReport;
import org.ecgdistill.runner.api.PortReport;
import org.ecgdistill.runner.api.RunListener;

/** Tells a person at a terminal what happens. */
final class ConsoleListener implements RunListener {
    private static final long QUIET_NANOS = 2_000_000_000L;

    private final PrintStream out;
    private final long start = System.nanoTime();
    private final Set<Integer> loaded = new HashSet<>();
    private final Map<Integer, Long> lastProgress = new HashMap<>();

    ConsoleListener(PrintStream out) {
        this.out = out;
    }

    @Override
    public void changed(NodeReport node) {
        switch (node.state()) {
            case EXECUTING -> {
                lastProgress.put(node.id(), System.nanoTime());
                say(node.label() + ": executing");
            }
            case EXECUTED -> {
                say(String.format(Locale.ROOT, "%s: executed in %.1f s", node.label(), node.seconds()));
                node.ports().forEach(port -> more("output " + port.index() + ": " + describe(port)));
                node.warnings().forEach(warning -> more("warning: " + warning));
            }
            case FAILED -> say(node.label() + ": failed: " + node.message());
            case CANCELLED -> say(node.label() + ": stopped");
            case MISSING -> say(node.label() + ": missing: " + node.message());
            case IDLE, CONFIGURED -> {
                if (loaded.add(node.id())) {
                    node.loadErrors().forEach(error -> say(node.label() + ": " + error));
                }
            }
        }
    }

    @Override
    public void progress(NodeReport node, double fraction, String message) {
        var now = System.nanoTime();
        if (now - lastProgress.getOrDefault(node.id(), now) < QUIET_NANOS) {
            return;
        }
        lastProgress.put(node.id(), now);
        var percent = Double.isNaN(fraction) ? "" : String.format(Locale.ROOT, " %.0f %%", 100 * fraction);
        say(node.label() + ":" + percent + (message == null ? "" : " " + message));
    }

    @Override
    public void warned(String message) {
        say("warning: " + message);
    }

    private static String describe(PortReport port) {
        if (port.isTable()) {
            return TablePrinter.count(port.rows(), "row");
        }
        return port.summary().isBlank() ? port.type() : port.summary();
    }

    private void say(String line) {
        out.printf(Locale.ROOT, "[%6.1f s] %s%n", (System.nanoTime() - start) / 1e9, line);
    }

    private void more(String line) {
        out.println("           " + line);
    }
}
