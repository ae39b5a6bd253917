package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs the workflow {@code atrial-fibrillation} and puts its figures into its page, between two marks. Its arguments are
 * the folder with the recordings of the 2017 challenge and REFERENCE.csv, the teacher's ONNX file, a folder for the
 * results and the page; further arguments are passed to the runner, such as {@code --set 7/training/seed=2}. It is
 * started in the project's folder. If the folder for the results already contains them, nothing is run.
 */
public final class AtrialFibrillationPage {

    private static final String WORKFLOW = "tests/workflows/atrial-fibrillation";
    private static final String RUNNER = "tests/knime/runner/target/ecgdistill-runner.jar";
    private static final String BY_WINDOW = "12-CV-Scorer-port-1.csv";
    private static final String PAIRS = "12-CV-Scorer-port-3.csv";
    private static final String BY_RECORDING = "14-CV-Scorer-port-1.csv";
    private static final String RECORDS = "1-ECG-Reader-port-3.csv";

    /** The students, and the learning curves of those that have one. */
    private static final Map<String, String> CURVES = Map.of(
            "ResNet-1D", "7-KD-Student-Learner-port-5.csv",
            "CNN-1D", "9-KD-Student-Learner-port-5.csv");

    private static final List<String> STUDENTS = List.of("ResNet-1D", "CNN-1D", "ViT-1D");

    private final Path results;

    private AtrialFibrillationPage(Path results) {
        this.results = results;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var results = Path.of(arguments[2]);
        if (!Files.exists(results.resolve(BY_WINDOW))) {
            run(arguments);
        }
        var page = new AtrialFibrillationPage(results);
        Figures.write(Path.of(arguments[3]), page.figures());
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("java", "-Xmx4g", "-jar", RUNNER, WORKFLOW));
        words.addAll(List.of("--set", "1/folder=" + arguments[0], "--set", "3/file=" + arguments[1]));
        words.addAll(List.of("--out", arguments[2]));
        words.addAll(Arrays.asList(arguments).subList(4, arguments.length));
        var code = new ProcessBuilder(words).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("The workflow failed with exit code " + code + ".");
        }
    }

    private String figures() throws IOException {
        var text = new StringBuilder(summary()).append(models()).append(gains());
        for (var student : STUDENTS) {
            if (CURVES.containsKey(student)) {
                text.append("\n### ").append(student).append(" with few labels\n\n");
                text.append(LearningCurves.table(results.resolve(CURVES.get(student))));
            }
        }
        return text.append('\n').toString();
    }

    private String summary() throws IOException {
        var teacher = Figures.read(results.resolve(BY_RECORDING)).get(0);
        return String.format(
                Locale.ROOT,
                "%n%d recordings, each of a different person. The teacher's AUROC by recording, from the mean of its"
                        + " probabilities over the windows, is %s.%n%n",
                Figures.read(results.resolve(RECORDS)).size(),
                interval(teacher, "AUROC", " (low)", " (high)"));
    }

    private String models() throws IOException {
        var text = new StringBuilder("| model | parameters | training (s) | AUROC, mean of the folds | AUROC, all"
                + " windows (95 % interval) | average precision | sensitivity | specificity |\n"
                + "|---|---|---|---|---|---|---|---|\n");
        for (var model : Figures.read(results.resolve(BY_WINDOW))) {
            text.append("| %s | %s | %s | %s ± %s | %s | %s | %s | %s |%n"
                    .formatted(
                            model.get("Model"),
                            Figures.rounded(Figures.number(model, "Parameters"), 0),
                            Figures.rounded(Figures.number(model, "Training (s)"), 0),
                            rounded(model, "AUROC (mean)"),
                            rounded(model, "AUROC (sd)"),
                            interval(model, "AUROC", " (low)", " (high)"),
                            rounded(model, "Average precision"),
                            rounded(model, "Sensitivity"),
                            rounded(model, "Specificity")));
        }
        return text.append('\n').toString();
    }

    private String gains() throws IOException {
        var pairs = Figures.read(results.resolve(PAIRS)).stream()
                .filter(pair -> pair.get("Test").equals("DeLong by subject"))
                .toList();
        var text = new StringBuilder("| distilled against labels alone | difference of the AUROC of all windows (95 %"
                + " interval) | p (DeLong by person) |\n|---|---|---|\n");
        for (var student : STUDENTS) {
            for (var pair : pairs) {
                if (pair.get("First").equals(student + " from labels")
                        && pair.get("Second").equals(student + " distilled")) {
                    text.append("| %s | %+.3f (%+.3f to %+.3f) | %s |%n"
                            .formatted(
                                    student,
                                    -Figures.number(pair, "Difference"),
                                    -Figures.number(pair, "High"),
                                    -Figures.number(pair, "Low"),
                                    probability(Figures.number(pair, "p"))));
                }
            }
        }
        return text.toString();
    }

    private static String probability(double value) {
        return value < 0.001 ? "< 0.001" : Figures.rounded(value, 3);
    }

    private static String interval(Map<String, String> row, String metric, String low, String high) {
        return rounded(row, metric) + " (" + rounded(row, metric + low) + " to " + rounded(row, metric + high) + ")";
    }

    private static String rounded(Map<String, String> row, String column) {
        return Figures.rounded(Figures.number(row, column), 3);
    }
}
