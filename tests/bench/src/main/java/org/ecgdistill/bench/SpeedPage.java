package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts measured speeds into a page, beside those of other software. Its arguments are the
 * folder SPEED and the page. SPEED contains JMH's results ({@code *.csv}, written with
 * {@code -rf csv}) and those of the other software ({@code *.jsonl}, a line
 * {@code {"name": "…", "value": …, "better": "higher"}} for each measurement).
 *
 * <p>The page says what it shows, in a comment between {@code <!-- speed} and {@code -->}: the first line names the
 * columns, and each other line is {@code title | benchmark | other}. A benchmark is {@code Class.method}, followed by
 * {@code @2} if it ran in two threads and by its parameters; with {@code * 1e-6} after it the number is converted to the
 * other's unit. {@code -} means that there is no other software to compare with. The table follows, up to
 * {@code <!-- end of speed -->}. Several runs of one benchmark are summarised by their median.
 */
public final class SpeedPage {

    private static final Pattern TABLE =
            Pattern.compile("(<!-- speed\\R(.*?)-->\\R).*?(<!-- end of speed -->)", Pattern.DOTALL);
    private static final Pattern PEER = Pattern.compile("\"name\": \"([^\"]+)\", \"value\": ([-+.eE0-9]+)");

    private final Map<String, List<Double>> own = new LinkedHashMap<>();
    private final Map<String, List<Double>> others = new LinkedHashMap<>();

    /** Whether less is better for a benchmark: a time, not a rate. */
    private final Map<String, Boolean> isTime = new LinkedHashMap<>();

    private SpeedPage(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                if (file.toString().endsWith(".csv")) {
                    readOwn(file);
                } else if (file.toString().endsWith(".jsonl")) {
                    readOthers(file);
                }
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        var measured = new SpeedPage(Path.of(arguments[0]));
        var page = Path.of(arguments[1]);
        var tables = TABLE.matcher(Files.readString(page));
        var text = new StringBuilder();
        var found = 0;
        while (tables.find()) {
            var table = tables.group(1) + "\n" + measured.table(tables.group(2)) + "\n" + tables.group(3);
            tables.appendReplacement(text, Matcher.quoteReplacement(table));
            found++;
        }
        if (found == 0) {
            throw new IOException(page + " contains no comment \"<!-- speed\" that names the speeds it shows.");
        }
        tables.appendTail(text);
        Files.writeString(page, text);
    }

    private void readOwn(Path file) throws IOException {
        for (var line : Files.readAllLines(file)) {
            var cells = line.replace("\"", "").split(",");
            if (cells.length < 7 || cells[0].equals("Benchmark")) {
                continue;
            }
            var name = new StringBuilder(cells[0].replaceAll("^.*\\.(?=\\w+\\.\\w+$)", ""));
            if (!cells[2].equals("1")) {
                name.append('@').append(cells[2]);
            }
            for (var i = 7; i < cells.length; i++) {
                // a file with several benchmarks has a column for each one's parameters
                if (!cells[i].isEmpty()) {
                    name.append(' ').append(cells[i]);
                }
            }
            own.computeIfAbsent(name.toString(), key -> new ArrayList<>()).add(Double.valueOf(cells[4]));
            isTime.put(name.toString(), !cells[6].startsWith("ops"));
        }
    }

    private void readOthers(Path file) throws IOException {
        for (var line : Files.readAllLines(file)) {
            var found = PEER.matcher(line);
            if (found.find()) {
                others.computeIfAbsent(found.group(1), key -> new ArrayList<>()).add(Double.valueOf(found.group(2)));
            }
        }
    }

    private String table(String lines) throws IOException {
        var text = new StringBuilder();
        for (var line : lines.strip().split("\\R")) {
            var cells = line.strip().split(" *\\| *");
            if (text.isEmpty()) {
                text.append("| ").append(String.join(" | ", cells)).append(" |\n");
                text.append("|---".repeat(cells.length)).append("|\n");
            } else {
                text.append(row(cells[0], cells[1], cells[2]));
            }
        }
        return text.toString();
    }

    private String row(String title, String benchmark, String other) throws IOException {
        var parts = benchmark.split(" *\\* *");
        var factor = parts.length > 1 ? Double.parseDouble(parts[1]) : 1;
        var mine = factor * median(own, parts[0]);
        if (other.equals("-")) {
            return "| %s | %s |\n".formatted(title, number(mine));
        }
        var theirs = median(others, other);
        var ratio = isTime.get(parts[0]) ? theirs / mine : mine / theirs;
        return "| %s | %s | %s | %s |\n"
                .formatted(title, number(mine), number(theirs), String.format(Locale.ROOT, "%.2f", ratio));
    }

    private static double median(Map<String, List<Double>> measured, String name) throws IOException {
        var values = measured.get(name);
        if (values == null) {
            throw new IOException("\"" + name + "\" has not been measured; measured were " + measured.keySet() + ".");
        }
        var sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    /** Three significant digits or all before the point. */
    private static String number(double value) {
        var decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(value)));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
