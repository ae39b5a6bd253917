package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The learning curves of the KD Student Learner as tables of a page. */
final class LearningCurves {

    private static final String SHARE = "Share of labelled subjects";

    private LearningCurves() {}

    /** The means over the folds, without the folds themselves. */
    static List<Map<String, String>> means(Path curve) throws IOException {
        return Figures.read(curve).stream()
                .filter(row -> row.get("Fold").isEmpty())
                .toList();
    }

    /** One line for each method and share. */
    static String table(Path curve) throws IOException {
        var text = new StringBuilder("| method | persons with a label | windows with a label | without | AUROC (95 %"
                + " interval) |\n|---|---|---|---|---|\n");
        for (var row : means(curve)) {
            text.append("| %s | %s | %s | %s | %s (%s to %s) |%n"
                    .formatted(
                            row.get("Method"),
                            persons(row),
                            Figures.rounded(Figures.number(row, "Labelled rows"), 0),
                            Figures.rounded(Figures.number(row, "Unlabelled rows"), 0),
                            Figures.rounded(Figures.number(row, "AUROC"), 3),
                            Figures.rounded(Figures.number(row, "AUROC low"), 3),
                            Figures.rounded(Figures.number(row, "AUROC high"), 3)));
        }
        return text.toString();
    }

    private static String persons(Map<String, String> row) {
        var share = Figures.number(row, SHARE);
        return share == 0
                ? "none"
                : Figures.rounded(Figures.number(row, "Labelled subjects"), 0) + " (" + Figures.rounded(100 * share, 0)
                        + " %)";
    }
}
