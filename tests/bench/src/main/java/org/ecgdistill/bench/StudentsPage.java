package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Puts the figures of executed workflows {@code students-mitdb}, one for each seed, into their page, between two marks.
 * Its arguments are RESULTS, which contains a folder for each seed, written by the runner's {@code --out}, and the
 * page.
 */
public final class StudentsPage {

    private static final String SCORER = "10-CV-Scorer-port-";

    /** The students with one byte per weight, in the order of {@link #STUDENTS}. */
    private static final List<String> WRITERS =
            List.of("11-ECG-Model-ONNX-Writer-port-1.csv", "12-ECG-Model-ONNX-Writer-port-1.csv");

    private static final String SAME = "Same prediction (share of rows)";
    private static final String SIZE = "Size of the file (bytes)";
    private static final List<String> METRICS = List.of("AUROC", "MCC", "F1");
    private static final List<String> STUDENTS = List.of("ResNet-1D", "CNN-1D");

    /** Every model of every seed, and every fold of them. */
    private final List<Map<String, String>> models = new ArrayList<>();

    private final List<Map<String, String>> folds = new ArrayList<>();

    /** For each student all measures of all seeds. */
    private final Map<String, List<Map<String, String>>> inBytes = new LinkedHashMap<>();

    private final int seeds;

    private StudentsPage(Path results) throws IOException {
        try (var folders = Files.list(results)) {
            var done = folders.filter(folder -> Files.exists(folder.resolve(SCORER + "1.csv")))
                    .sorted()
                    .toList();
            if (done.isEmpty()) {
                throw new IOException(results + " contains no folder with results of the workflow students-mitdb.");
            }
            for (var folder : done) {
                models.addAll(Figures.read(folder.resolve(SCORER + "1.csv")));
                folds.addAll(Figures.read(folder.resolve(SCORER + "2.csv")));
                for (var i = 0; i < STUDENTS.size(); i++) {
                    inBytes.computeIfAbsent(STUDENTS.get(i), name -> new ArrayList<>())
                            .addAll(Figures.read(folder.resolve(WRITERS.get(i))));
                }
            }
            seeds = done.size();
        }
    }

    public static void main(String[] arguments) throws IOException {
        var page = Path.of(arguments[1]);
        var results = new StudentsPage(Path.of(arguments[0]));
        var figures = results.summary() + results.table() + results.byFold() + results.inBytes();
        Figures.write(page, figures);
    }

    private String summary() {
        var first = names().get(0);
        var rows = folds.stream()
                .filter(named(first))
                .mapToDouble(fold -> Figures.number(fold, "Rows"))
                .sum();
        return String.format(
                Locale.ROOT,
                "%n%,.0f beats, %d folds, %d %s.%n%n",
                rows / seeds,
                numbers().size(),
                seeds,
                seeds == 1 ? "seed" : "seeds");
    }

    private String table() {
        var text = new StringBuilder("| model | parameters | training (s) | latency (ms) | ")
                .append(String.join(" | ", METRICS))
                .append(" |\n|---|---|---|---|")
                .append("---|".repeat(METRICS.size()))
                .append('\n');
        for (var name : names()) {
            text.append("| %s | %s | %s | %s |"
                    .formatted(
                            name,
                            Figures.rounded(mean(models, named(name), "Parameters"), 0),
                            Figures.rounded(mean(models, named(name), "Training (s)"), 0),
                            Figures.rounded(mean(models, named(name), "Latency (ms)"), 2)));
            for (var metric : METRICS) {
                text.append(" %s ± %s |"
                        .formatted(
                                Figures.rounded(mean(folds, named(name), metric), 3),
                                Figures.rounded(deviation(folds, named(name), metric), 3)));
            }
            text.append('\n');
        }
        return text.append('\n').toString();
    }

    private String byFold() {
        var text = new StringBuilder("| AUROC in fold | teacher |");
        STUDENTS.forEach(student -> text.append(" %s from scratch | distilled | helps in |".formatted(student)));
        text.append("\n|---|---|")
                .append("---|---|---|".repeat(STUDENTS.size()))
                .append('\n');
        for (var number : numbers()) {
            var here = folds.stream()
                    .filter(fold -> fold.get("Fold").equals(number))
                    .toList();
            text.append(
                    "| %s | %s |".formatted(number, Figures.rounded(mean(here, named(names().get(0)), "AUROC"), 3)));
            for (var student : STUDENTS) {
                var alone = values(here, named(student + " from scratch"), "AUROC");
                var taught = values(here, named(student + " distilled"), "AUROC");
                var better = 0;
                for (var seed = 0; seed < alone.length; seed++) {
                    better += taught[seed] > alone[seed] ? 1 : 0;
                }
                text.append(" %s | %s | %d of %d |"
                        .formatted(
                                Figures.rounded(Arrays.stream(alone).average().orElse(Double.NaN), 3),
                                Figures.rounded(Arrays.stream(taught).average().orElse(Double.NaN), 3),
                                better,
                                alone.length));
            }
            text.append('\n');
        }
        return text.append('\n').toString();
    }

    private String inBytes() {
        var text = new StringBuilder("| with one byte per weight | file (bytes) | as trained (bytes) |");
        METRICS.forEach(metric -> text.append(" change of %s |".formatted(metric)));
        text.append(" same prediction (%) |\n|---|---|---|")
                .append("---|".repeat(METRICS.size() + 1))
                .append('\n');
        inBytes.forEach((student, measures) -> {
            text.append("| %s distilled | %s | %s |"
                    .formatted(
                            student,
                            Figures.rounded(mean(measures, measure(SIZE), "In the file"), 0),
                            Figures.rounded(mean(measures, measure(SIZE), "As trained"), 0)));
            for (var metric : METRICS) {
                text.append(" %s |".formatted(signed(mean(measures, measure(metric), "Difference"))));
            }
            text.append(" %s |\n".formatted(Figures.rounded(100 * mean(measures, measure(SAME), "In the file"), 2)));
        });
        return text.append('\n').toString();
    }

    private static Predicate<Map<String, String>> measure(String name) {
        return row -> row.get("Measure").equals(name);
    }

    private static String signed(double number) {
        return String.format(Locale.ROOT, "%+.4f", number);
    }

    private List<String> names() {
        var names = new LinkedHashSet<String>();
        models.forEach(model -> names.add(model.get("Model")));
        return List.copyOf(names);
    }

    private List<String> numbers() {
        var numbers = new LinkedHashSet<String>();
        folds.forEach(fold -> numbers.add(fold.get("Fold")));
        return List.copyOf(numbers);
    }

    private static Predicate<Map<String, String>> named(String model) {
        return row -> row.get("Model").equals(model);
    }

    private static double[] values(
            List<Map<String, String>> rows, Predicate<Map<String, String>> wanted, String column) {
        return rows.stream()
                .filter(wanted)
                .mapToDouble(row -> Figures.number(row, column))
                .toArray();
    }

    private static double mean(List<Map<String, String>> rows, Predicate<Map<String, String>> wanted, String column) {
        return Arrays.stream(values(rows, wanted, column))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /** Over folds and seeds, of a sample. */
    private static double deviation(
            List<Map<String, String>> rows, Predicate<Map<String, String>> wanted, String column) {
        var values = Arrays.stream(values(rows, wanted, column))
                .filter(Double::isFinite)
                .toArray();
        var mean = Arrays.stream(values).average().orElse(Double.NaN);
        var squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
