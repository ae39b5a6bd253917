package org.ecgdistill.runner.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.runner.api.Cancellation;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.RunOptions;
import org.ecgdistill.runner.api.RunnerException;

/** The command line: runs one workflow. */
public final class Main {
    private static final int NODE_FAILED = 1;
    private static final int WRONG_INPUT = 2;
    private static final int NO_MEMORY = 3;
    private static final int STOPPED = 130;
    private static final long SECONDS_TO_STOP = 5;

    /** Put together in advance: when it is needed there is no memory to do it. */
    private static final byte[] NO_MEMORY_SENTENCE = ("The memory of this Java is used up ("
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB). Give it more, for example java -Xmx4g -jar ecgdistill-runner.jar, or run fewer rows.\n")
            .getBytes(StandardCharsets.UTF_8);

    private Main() {}

    public static void main(String[] words) {
        var ending = new CountDownLatch(1);
        var last = new Thread(() -> haltAfter(ending), "runner-halt");
        last.setDaemon(true);
        last.start();
        int code;
        try {
            code = run(words);
        } catch (OutOfMemoryError ex) {
            // Equinox's threads would keep the JVM alive for ever.
            System.err.write(NO_MEMORY_SENTENCE, 0, NO_MEMORY_SENTENCE.length);
            System.err.flush();
            code = NO_MEMORY;
            ending.countDown();
        }
        System.exit(code);
    }

    /** Clearing up takes memory too, and may never end without. */
    private static void haltAfter(CountDownLatch ending) {
        try {
            ending.await();
            Thread.sleep(2000 * SECONDS_TO_STOP);
        } catch (InterruptedException ex) {
            return;
        }
        Runtime.getRuntime().halt(NO_MEMORY);
    }

    private static int run(String... words) {
        try {
            var arguments = Arguments.parse(words);
            if (arguments.workflow() == null) {
                System.out.print(Arguments.HELP);
                return 0;
            }
            return run(arguments);
        } catch (RunnerException ex) {
            System.err.println(ex.getMessage());
            return WRONG_INPUT;
        }
    }

    private static int run(Arguments arguments) {
        var knime = Knime.get();
        var cancellation = new Cancellation();
        var done = new CountDownLatch(1);
        // Ctrl-C ends in the JVM's shutdown: ask the nodes to stop, and give them time to clear up.
        knime.beforeStop(() -> {
            cancellation.cancel();
            await(done);
        });
        var workflow = knime.open(arguments.workflow());
        arguments.settings().forEach(workflow::set);
        var options = new RunOptions(arguments.keep(), new ConsoleListener(System.out), cancellation);
        try (var run = workflow.run(options)) {
            if (cancellation.isRequested()) {
                return STOPPED;
            }
            deliver(run, arguments);
            run.failure().ifPresent(System.err::println);
            return run.succeeded() ? 0 : NODE_FAILED;
        } finally {
            done.countDown();
        }
    }

    private static void deliver(Run run, Arguments arguments) {
        if (arguments.out() != null) {
            run.writeResults(arguments.out());
        }
        if (arguments.save() != null) {
            run.save(arguments.save());
        }
        if (arguments.print()) {
            printTables(run);
        }
        arguments.shown().forEach(shown -> print(run, shown));
        sayWhere(arguments);
    }

    /** The last thing that is said, so that nobody has to search for it. */
    private static void sayWhere(Arguments arguments) {
        if (arguments.out() != null) {
            System.out.println();
            var pages = pages(arguments.out());
            if (!pages.isEmpty()) {
                System.out.println("To open in a browser:");
                pages.forEach(page -> System.out.println("  " + page));
            }
            System.out.println("All tables, as CSV files: " + arguments.out().toAbsolutePath());
        }
        if (arguments.save() != null) {
            System.out.println("The executed workflow: " + arguments.save().toAbsolutePath());
        }
    }

    private static void printTables(Run run) {
        var printer = new TablePrinter(System.out);
        for (var node : run.nodes()) {
            for (var port : node.ports()) {
                if (port.isTable()) {
                    var head = run.head(Integer.toString(node.id()), port.index(), TablePrinter.MAX_ROWS);
                    var size = TablePrinter.count(port.rows(), "row") + ", "
                            + TablePrinter.count(head.columns().size(), "column");
                    printer.print(node.label() + ", port " + port.index() + ": " + size, head, port.rows(), true);
                }
            }
        }
    }

    private static void print(Run run, Shown shown) {
        var port = run.port(shown.node(), shown.port());
        var table = shown.of(run.head(shown.node(), shown.port(), TablePrinter.MAX_ROWS));
        var node = run.node(shown.node());
        var name = Knime.get()
                .describe(node.factory())
                .outputs()
                .get(shown.port() - 1)
                .title();
        // Who chooses columns wants these, and no numbers of rows before them.
        new TablePrinter(System.out)
                .print(
                        node.name() + ": " + name,
                        table,
                        port.rows(),
                        shown.columns().isEmpty());
    }

    private static List<Path> pages(Path folder) {
        try (var files = Files.walk(folder, 1)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .map(Path::toAbsolutePath)
                    .sorted(Comparator.comparing(Main::isView).thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException ex) {
            throw new RunnerException("The folder " + folder + " cannot be read: " + ex.getMessage(), ex);
        }
    }

    /** Reports come before views. */
    private static boolean isView(Path page) {
        return page.toString().endsWith("-view.html");
    }

    private static void await(CountDownLatch done) {
        try {
            if (!done.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                System.err.println("A node did not stop within " + SECONDS_TO_STOP + " s and was left behind.");
            }
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }
}
