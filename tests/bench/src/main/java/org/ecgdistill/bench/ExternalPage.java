package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the workflow {@code external-validation-mitdb} and puts its figures into its page, between two marks. Its arguments
 * are LEARN and TEST, two folders with records, and the page; further arguments are passed to the runner, such as
 * {@code --set 1/end=60}. It is started in the project's folder. The heading says which records were in the folders.
 */
public final class ExternalPage {

    private static final String WORKFLOW = "tests/workflows/external-validation-mitdb";
    private static final String RUNNER = "tests/knime/runner/target/ecgdistill-runner.jar";

    /** The two halves of the MIT-BIH Arrhythmia Database by de Chazal and colleagues (2004). */
    private static final Set<String> DS1 =
            records("101 106 108 109 112 114 115 116 118 119 122 124 201 203 205 207 208 209 215 220 223 230");

    private static final Set<String> DS2 =
            records("100 103 105 111 113 117 121 123 200 202 210 212 213 214 219 221 222 228 231 232 233 234");
    private static final List<String> METRICS = List.of(
            "AUROC",
            "Average precision",
            "Balanced accuracy",
            "MCC",
            "F1",
            "Sensitivity",
            "Specificity",
            "Brier score");

    private ExternalPage() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var learn = Path.of(arguments[0]);
        var test = Path.of(arguments[1]);
        var page = Path.of(arguments[2]);
        var shared = new TreeSet<>(records(learn));
        shared.retainAll(records(test));
        if (!shared.isEmpty()) {
            throw new IOException("Both folders contain the records " + shared
                    + ": a model must not be tested on records that it was trained on.");
        }
        var results = Files.createTempDirectory("external-validation");
        try {
            run(learn, test, results, Arrays.asList(arguments).subList(3, arguments.length));
            Figures.write(page, figures(records(learn), records(test), results));
        } finally {
            delete(results);
        }
    }

    private static void run(Path learn, Path test, Path results, List<String> more)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx6g",
                "-jar",
                RUNNER,
                WORKFLOW,
                "--set",
                "1/folder=" + learn.toAbsolutePath(),
                "--set",
                "2/folder=" + test.toAbsolutePath(),
                "--out",
                results.resolve("tables").toString()));
        command.addAll(more);
        var exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("The workflow failed; see its messages above.");
        }
    }

    private static String figures(Set<String> learn, Set<String> test, Path results) throws IOException {
        var tables = results.resolve("tables");
        var models = Figures.read(tables.resolve("9-CV-Scorer-port-1.csv"));
        var text = new StringBuilder("\n### ").append(heading(learn, test)).append("\n\n");
        text.append(String.format(
                Locale.ROOT,
                "Trained on the %d records %s (%,d beats), tested on the %d records %s (%,d beats, %,d of them"
                        + " abnormal). The figures are for all beats of the test records together; the 95 %% intervals are"
                        + " computed by resampling whole subjects.%n%n",
                learn.size(),
                String.join(", ", learn),
                rows(tables.resolve("3-ECG-Segmenter-port-1.csv")),
                test.size(),
                String.join(", ", test),
                rows(tables.resolve("4-ECG-Segmenter-port-1.csv")),
                abnormal(tables)));
        text.append("| ").append(column(learn, test)).append(" | parameters | training (s) |");
        METRICS.forEach(metric -> text.append(' ').append(metric).append(" |"));
        text.append("\n|---|---|---|").append("---|".repeat(METRICS.size())).append('\n');
        for (var model : models) {
            text.append("| %s | %s | %s |"
                    .formatted(
                            model.get("Model"),
                            Figures.rounded(Figures.number(model, "Parameters"), 0),
                            Figures.rounded(Figures.number(model, "Training (s)"), 0)));
            METRICS.forEach(metric -> text.append(" %s (%s to %s) |"
                    .formatted(
                            rounded(model, metric),
                            rounded(model, metric + " (low)"),
                            rounded(model, metric + " (high)"))));
            text.append('\n');
        }
        return text.append('\n').toString();
    }

    /** Only the complete sets of records may be called by the names of the literature. */
    private static String heading(Set<String> learn, Set<String> test) {
        if (learn.equals(DS1) && test.equals(DS2)) {
            return "Trained on DS1 and tested on DS2";
        }
        return areHalves(learn, test)
                ? "Trained on one half of DS1 and tested on the other (DS2 was not available)"
                : "Trained on one folder and tested on the other (not DS1 and DS2)";
    }

    /** Whether two sets without a record in common make up DS1. */
    private static boolean areHalves(Set<String> learn, Set<String> test) {
        return DS1.containsAll(learn) && DS1.containsAll(test) && learn.size() + test.size() == DS1.size();
    }

    private static String column(Set<String> learn, Set<String> test) {
        return learn.equals(DS1) && test.equals(DS2)
                ? "DS1 → DS2"
                : areHalves(learn, test) ? "half of DS1 → other half" : "folder → other folder";
    }

    private static long rows(Path table) throws IOException {
        try (var lines = Files.lines(table)) {
            return lines.count() - 1;
        }
    }

    private static long abnormal(Path tables) throws IOException {
        return Figures.read(tables.resolve("9-CV-Scorer-port-5.csv")).stream()
                .filter(row -> row.get("Class").equals("abnormal"))
                .mapToLong(
                        row -> Long.parseLong(row.get("True positives")) + Long.parseLong(row.get("False negatives")))
                .findFirst()
                .orElse(0);
    }

    private static String rounded(Map<String, String> row, String column) {
        return Figures.rounded(Figures.number(row, column), 3);
    }

    private static Set<String> records(String names) {
        return new TreeSet<>(List.of(names.split(" ")));
    }

    private static Set<String> records(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var names = new TreeSet<String>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".hea"))
                    .forEach(name -> names.add(name.substring(0, name.length() - 4)));
            return names;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
