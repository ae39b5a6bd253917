package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Puts the figures of the executed workflow {@code vqc-mitdb} into its page, between two marks. Its arguments
 * are four folders written by the runner's {@code --out} (the whole task; with a frozen encoder; the same with another
 * feature map; and a run on an idle machine) and the page.
 */
public final class VqcPage {

    private static final List<String> METRICS = List.of("AUROC", "Average precision", "MCC", "Brier score");

    private VqcPage() {}

    public static void main(String[] arguments) throws IOException {
        var results = Path.of(arguments[0]);
        var frozen = Path.of(arguments[1]);
        var angles = Path.of(arguments[2]);
        var timed = Path.of(arguments[3]);
        var page = Path.of(arguments[4]);
        var figures = models(results, name -> true)
                + "The same with frozen latent values, which stay as the autoencoder has learnt them:\n"
                + models(frozen, VqcPage::isOwnModel)
                + "Frozen latent values with one RY for each of them, standardised and within ±1, instead of"
                + " ZZFeatureMap, from the labels alone:\n"
                + models(angles, name -> isOwnModel(name) && !name.contains("distilled"))
                + reconstruction(results)
                + time(timed)
                + gradients(results);
        Figures.write(page, figures);
    }

    /** Neither the teacher nor a student that was evaluated with shots or noise. */
    private static boolean isOwnModel(String name) {
        return !name.equals("ECGFounder") && !name.contains(",");
    }

    private static String models(Path results, Predicate<String> isShown) throws IOException {
        var text = new StringBuilder("\n| model | parameters | training (s) |");
        METRICS.forEach(metric -> text.append(' ').append(metric).append(" |"));
        text.append(" AUROC of all beats (95 % interval) |\n|---|---|---|")
                .append("---|".repeat(METRICS.size() + 1))
                .append('\n');
        for (var model : Figures.read(results.resolve("8-CV-Scorer-port-1.csv"))) {
            if (!isShown.test(model.get("Model"))) {
                continue;
            }
            text.append("| %s | %s | %s |"
                    .formatted(
                            model.get("Model").replace("\"", ""),
                            model.get("Parameters"),
                            rounded(model, "Training (s)", 0)));
            for (var metric : METRICS) {
                text.append(" %s ± %s |"
                        .formatted(rounded(model, metric + " (mean)", 3), rounded(model, metric + " (sd)", 3)));
            }
            text.append(" %s (%s to %s) |%n"
                    .formatted(
                            rounded(model, "AUROC", 3),
                            rounded(model, "AUROC (low)", 3),
                            rounded(model, "AUROC (high)", 3)));
        }
        return text.append('\n').toString();
    }

    private static String reconstruction(Path results) throws IOException {
        var errors = Figures.read(results.resolve("6-VQC-Learner-port-3.csv")).stream()
                .filter(epoch -> epoch.get("Stage").equals("Autoencoder"))
                .filter(epoch -> epoch.get("Kept").equals("true"))
                .mapToDouble(epoch -> Double.parseDouble(epoch.get("Validation loss")))
                .summaryStatistics();
        return String.format(
                Locale.ROOT,
                "The autoencoders reconstruct held-out beats of the subjects that they were trained on with a mean squared"
                        + " error of %.3f to %.3f; the signals have a variance of 1.%n%n",
                errors.getMin(),
                errors.getMax());
    }

    private static String time(Path timed) throws IOException {
        var student = Figures.read(timed.resolve("8-CV-Scorer-port-1.csv")).stream()
                .filter(model -> model.get("Model").equals("VQC from scratch"))
                .findFirst()
                .orElseThrow();
        var beats = Figures.read(timed.resolve("8-CV-Scorer-port-2.csv")).stream()
                .filter(fold -> fold.get("Model").equals("VQC from scratch"))
                .mapToInt(fold -> Integer.parseInt(fold.get("Rows")))
                .sum();
        var epochs = Figures.read(timed.resolve("6-VQC-Learner-port-3.csv")).stream()
                .filter(epoch -> !epoch.get("Stage").equals("Autoencoder"))
                .mapToInt(epoch -> Integer.parseInt(epoch.get("Epoch")))
                .max()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "On two otherwise idle cores, five folds and a sixth model of all %,d beats took %.1f minutes"
                        + " for their autoencoders and %d joint epochs of circuit and encoder.%n%n",
                beats,
                Double.parseDouble(student.get("Training (s)")) / 60,
                epochs);
    }

    private static String gradients(Path results) throws IOException {
        var text = new StringBuilder("| gradient | shots | cosine to the exact one | relative error | circuits run |\n"
                + "|---|---|---|---|---|\n");
        for (var line : Figures.read(results.resolve("6-VQC-Learner-port-5.csv"))) {
            text.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(
                            line.get("Gradient").replace("\"", ""),
                            line.get("Shots"),
                            rounded(line, "Cosine to the exact gradient", 4),
                            rounded(line, "Relative error", 4),
                            line.get("Circuits run")));
        }
        return text.append('\n').toString();
    }

    private static String rounded(Map<String, String> row, String column, int digits) {
        return Figures.rounded(Figures.number(row, column), digits);
    }
}
