package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts the figures of an executed workflow {@code founder-mitdb} into its page, between two marks. It needs nothing but
 * Java: {@code java FounderPage.java RESULTS docs/founder-mitdb.md}, where RESULTS is what the runner's {@code --out} has
 * written.
 */
public final class FounderPage {

    private static final String BEGIN = "<!-- figures -->";

    private static final String END = "<!-- end of figures -->";

    private static final List<String> METRICS = List.of(
            "AUROC", "Average precision", "Balanced accuracy", "MCC", "Sensitivity", "Specificity", "Brier score");

    /** A comma outside of quotation marks. */
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    public static void main(final String[] arguments) throws IOException {
        var results = Path.of(arguments[0]);
        var page = Path.of(arguments[1]);
        var text = Files.readString(page);
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " lacks the marks " + BEGIN + " and " + END + ".");
        }
        Files.writeString(page, text.substring(0, begin) + BEGIN + "\n" + figures(results) + text.substring(end));
    }

    private static String figures(final Path results) throws IOException {
        var folds = read(results.resolve("6-CV-Scorer-port-2.csv"));
        var epochs = read(results.resolve("5-ECGFounder-Learner-port-3.csv"));
        var all = read(results.resolve("6-CV-Scorer-port-1.csv")).get(0);
        var text = new StringBuilder("\n| fold | beats | epoch kept |");
        METRICS.forEach(metric -> text.append(' ').append(metric).append(" |"));
        text.append("\n|---|---|---|").append("---|".repeat(METRICS.size())).append('\n');
        for (var fold : folds) {
            text.append("| %s | %s | %s |".formatted(fold.get("Fold"), fold.get("Rows"), kept(epochs, fold)));
            METRICS.forEach(
                    metric -> text.append(' ').append(rounded(fold.get(metric))).append(" |"));
            text.append('\n');
        }
        text.append("| **mean ± sd** | | |");
        for (var metric : METRICS) {
            text.append(
                    " %s ± %s |".formatted(rounded(all.get(metric + " (mean)")), rounded(all.get(metric + " (sd)"))));
        }
        var report = Files.readString(results.resolve("report.json"));
        return text.append("\n\nAUROC over all beats together: %s, 95 %% interval %s to %s (persons resampled).%n"
                        .formatted(
                                rounded(all.get("AUROC")),
                                rounded(all.get("AUROC (low)")),
                                rounded(all.get("AUROC (high)"))))
                .append("The learner took %.1f minutes for its %d models, all nodes together %.1f minutes.%n%n"
                        .formatted(seconds(report, true) / 60, folds.size() + 1, seconds(report, false) / 60))
                .toString();
    }

    private static String kept(final List<Map<String, String>> epochs, final Map<String, String> fold) {
        return epochs.stream()
                .filter(epoch -> epoch.get("Fold").equals(fold.get("Fold")))
                .filter(epoch -> epoch.get("Kept").equals("true"))
                .map(epoch -> epoch.get("Epoch"))
                .findFirst()
                .orElse("");
    }

    private static String rounded(final String number) {
        return number.isEmpty() ? "–" : String.format(Locale.ROOT, "%.3f", Double.parseDouble(number));
    }

    private static double seconds(final String report, final boolean ofLearner) {
        var node = Pattern.compile("\"name\": \"([^\"]*)\".*?\"seconds\": ([0-9.]+)", Pattern.DOTALL)
                .matcher(report);
        var sum = 0.0;
        while (node.find()) {
            sum += !ofLearner || node.group(1).equals("ECGFounder Learner") ? Double.parseDouble(node.group(2)) : 0;
        }
        return sum;
    }

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

    private FounderPage() {}
}
