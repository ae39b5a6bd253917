package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts the figures of an executed workflow {@code founder-mitdb} into its page, between two marks. Its
 * arguments are RESULTS, the folder written by the runner's {@code --out}, and the page.
 */
public final class FounderPage {

    private static final List<String> METRICS = List.of(
            "AUROC", "Average precision", "Balanced accuracy", "MCC", "Sensitivity", "Specificity", "Brier score");

    private FounderPage() {}

    public static void main(String[] arguments) throws IOException {
        var results = Path.of(arguments[0]);
        var page = Path.of(arguments[1]);
        Figures.write(page, figures(results));
    }

    private static String figures(Path results) throws IOException {
        var folds = Figures.read(results.resolve("6-CV-Scorer-port-2.csv"));
        var epochs = Figures.read(results.resolve("5-ECGFounder-Learner-port-3.csv"));
        var all = Figures.read(results.resolve("6-CV-Scorer-port-1.csv")).get(0);
        var text = new StringBuilder("\n| fold | beats | epoch kept |");
        METRICS.forEach(metric -> text.append(' ').append(metric).append(" |"));
        text.append("\n|---|---|---|").append("---|".repeat(METRICS.size())).append('\n');
        for (var fold : folds) {
            text.append("| %s | %s | %s |".formatted(fold.get("Fold"), fold.get("Rows"), kept(epochs, fold)));
            METRICS.forEach(
                    metric -> text.append(' ').append(rounded(fold, metric)).append(" |"));
            text.append('\n');
        }
        text.append("| **mean ± sd** | | |");
        for (var metric : METRICS) {
            text.append(" %s ± %s |".formatted(rounded(all, metric + " (mean)"), rounded(all, metric + " (sd)")));
        }
        var report = Files.readString(results.resolve("report.json"));
        return text.append("\n\nAUROC over all beats together: %s, 95 %% interval %s to %s (subjects resampled).%n"
                        .formatted(rounded(all, "AUROC"), rounded(all, "AUROC (low)"), rounded(all, "AUROC (high)")))
                .append("The learner took %.1f minutes for its %d models; all nodes together took %.1f minutes.%n%n"
                        .formatted(seconds(report, true) / 60, folds.size() + 1, seconds(report, false) / 60))
                .toString();
    }

    private static String kept(List<Map<String, String>> epochs, Map<String, String> fold) {
        return epochs.stream()
                .filter(epoch -> epoch.get("Fold").equals(fold.get("Fold")))
                .filter(epoch -> epoch.get("Kept").equals("true"))
                .map(epoch -> epoch.get("Epoch"))
                .findFirst()
                .orElse("");
    }

    private static String rounded(Map<String, String> row, String column) {
        return Figures.rounded(Figures.number(row, column), 3);
    }

    private static double seconds(String report, boolean ofLearner) {
        var node = Pattern.compile("\"name\": \"([^\"]*)\".*?\"seconds\": ([0-9.]+)", Pattern.DOTALL)
                .matcher(report);
        var sum = 0.0;
        while (node.find()) {
            sum += !ofLearner || node.group(1).equals("ECGFounder Learner") ? Double.parseDouble(node.group(2)) : 0;
        }
        return sum;
    }
}
