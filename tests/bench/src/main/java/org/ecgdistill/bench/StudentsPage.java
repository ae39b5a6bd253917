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
import java.util.regex.Pattern;

/**
 * Puts the figures of executed workflows {@code students-mitdb}, one for each seed, into their page, between two marks.
 * It needs nothing but Java: {@code java StudentsPage.java RESULTS docs/students-mitdb.md}, where RESULTS holds a folder
 * for each seed, as the runner's {@code --out} has written it.
 */
public final class StudentsPage {

    private static final String BEGIN = "<!-- figures -->";

    private static final String END = "<!-- end of figures -->";

    private static final String SCORER = "10-CV-Scorer-port-";

    /** The students with one byte for each weight, in the order of {@link #STUDENTS}. */
    private static final List<String> WRITERS =
            List.of("11-ECG-Model-ONNX-Writer-port-1.csv", "12-ECG-Model-ONNX-Writer-port-1.csv");

    private static final List<String> KEPT = List.of("AUROC", "MCC", "F1");

    private static final String SAME = "Same prediction (share of rows)";

    private static final String SIZE = "Size of the file (bytes)";

    private static final List<String> METRICS = List.of("AUROC", "MCC", "F1");

    private static final List<String> STUDENTS = List.of("ResNet-1D", "CNN-1D");

    /** A comma outside of quotation marks. */
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    /** Every model of every seed, and every fold of them. */
    private final List<Map<String, String>> models = new ArrayList<>();

    private final List<Map<String, String>> folds = new ArrayList<>();

    /** For each student all measures of all seeds. */
    private final Map<String, List<Map<String, String>>> inBytes = new LinkedHashMap<>();

    private final int seeds;

    private StudentsPage(final Path results) throws IOException {
        try (var folders = Files.list(results)) {
            var done = folders.filter(folder -> Files.exists(folder.resolve(SCORER + "1.csv")))
                    .sorted()
                    .toList();
            if (done.isEmpty()) {
                throw new IOException(results + " holds no folder with results of the workflow students-mitdb.");
            }
            for (var folder : done) {
                models.addAll(read(folder.resolve(SCORER + "1.csv")));
                folds.addAll(read(folder.resolve(SCORER + "2.csv")));
                for (var i = 0; i < STUDENTS.size(); i++) {
                    inBytes.computeIfAbsent(STUDENTS.get(i), name -> new ArrayList<>())
                            .addAll(read(folder.resolve(WRITERS.get(i))));
                }
            }
            seeds = done.size();
        }
    }

    public static void main(final String[] arguments) throws IOException {
        var page = Path.of(arguments[1]);
        var text = Files.readString(page);
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " lacks the marks " + BEGIN + " and " + END + ".");
        }
        var results = new StudentsPage(Path.of(arguments[0]));
        var figures = results.said() + results.table() + results.byFold() + results.inBytes();
        Files.writeString(page, text.substring(0, begin) + BEGIN + "\n" + figures + text.substring(end));
    }

    private String said() {
        var first = names().get(0);
        var rows = folds.stream()
                .filter(named(first))
                .mapToDouble(fold -> number(fold, "Rows"))
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
                            rounded(mean(models, named(name), "Parameters"), 0),
                            rounded(mean(models, named(name), "Training (s)"), 0),
                            rounded(mean(models, named(name), "Latency (ms)"), 2)));
            for (var metric : METRICS) {
                text.append(" %s ± %s |"
                        .formatted(
                                rounded(mean(folds, named(name), metric), 3),
                                rounded(deviation(folds, named(name), metric), 3)));
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
            text.append("| %s | %s |".formatted(number, rounded(mean(here, named(names().get(0)), "AUROC"), 3)));
            for (var student : STUDENTS) {
                var alone = values(here, named(student + " from scratch"), "AUROC");
                var taught = values(here, named(student + " distilled"), "AUROC");
                var better = 0;
                for (var seed = 0; seed < alone.length; seed++) {
                    better += taught[seed] > alone[seed] ? 1 : 0;
                }
                text.append(" %s | %s | %d of %d |"
                        .formatted(
                                rounded(Arrays.stream(alone).average().orElse(Double.NaN), 3),
                                rounded(Arrays.stream(taught).average().orElse(Double.NaN), 3),
                                better,
                                alone.length));
            }
            text.append('\n');
        }
        return text.append('\n').toString();
    }

    private String inBytes() {
        var text = new StringBuilder("| with one byte for each weight | file (bytes) | as trained (bytes) |");
        KEPT.forEach(metric -> text.append(" change of %s |".formatted(metric)));
        text.append(" same prediction (%) |\n|---|---|---|")
                .append("---|".repeat(KEPT.size() + 1))
                .append('\n');
        inBytes.forEach((student, measures) -> {
            text.append("| %s distilled | %s | %s |"
                    .formatted(
                            student,
                            rounded(mean(measures, measure(SIZE), "In the file"), 0),
                            rounded(mean(measures, measure(SIZE), "As trained"), 0)));
            for (var metric : KEPT) {
                text.append(" %s |".formatted(signed(mean(measures, measure(metric), "Difference"))));
            }
            text.append(" %s |\n".formatted(rounded(100 * mean(measures, measure(SAME), "In the file"), 2)));
        });
        return text.append('\n').toString();
    }

    private static Predicate<Map<String, String>> measure(final String name) {
        return row -> row.get("Measure").equals(name);
    }

    private static String signed(final double number) {
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

    private static Predicate<Map<String, String>> named(final String model) {
        return row -> row.get("Model").equals(model);
    }

    private static double[] values(
            final List<Map<String, String>> rows, final Predicate<Map<String, String>> wanted, final String column) {
        return rows.stream()
                .filter(wanted)
                .mapToDouble(row -> number(row, column))
                .toArray();
    }

    private static double mean(
            final List<Map<String, String>> rows, final Predicate<Map<String, String>> wanted, final String column) {
        return Arrays.stream(values(rows, wanted, column))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /** Over folds and seeds, of a sample. */
    private static double deviation(
            final List<Map<String, String>> rows, final Predicate<Map<String, String>> wanted, final String column) {
        var values = Arrays.stream(values(rows, wanted, column))
                .filter(Double::isFinite)
                .toArray();
        var mean = Arrays.stream(values).average().orElse(Double.NaN);
        var squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    private static double number(final Map<String, String> row, final String column) {
        var text = row.get(column);
        return text == null || text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static String rounded(final double number, final int digits) {
        return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%,." + digits + "f", number);
    }

    /** A table that the runner has written, as far as its cells are single lines. */
    private static List<Map<String, String>> read(final Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var names = COMMA.split(lines.get(0), -1);
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = COMMA.split(line, -1);
            var row = new LinkedHashMap<String, String>();
            for (var i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
