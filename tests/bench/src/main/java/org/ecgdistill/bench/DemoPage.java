package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Puts the final table of the demonstration into a page, between two marks. Its arguments are the folder with the
 * demonstration's results and the page.
 */
public final class DemoPage {

    private DemoPage() {}

    public static void main(String[] arguments) throws IOException {
        var models = Figures.read(Path.of(arguments[0]).resolve("12-CV-Scorer-port-1.csv"));
        var text = new StringBuilder(
                "\n| model | AUROC (95 % interval) | sensitivity | specificity |\n|---|---|---|---|\n");
        for (var model : models) {
            text.append("| %s | %s (%s to %s) | %s | %s |%n"
                    .formatted(
                            model.get("Model"),
                            Figures.rounded(Figures.number(model, "AUROC"), 3),
                            Figures.rounded(Figures.number(model, "AUROC (low)"), 3),
                            Figures.rounded(Figures.number(model, "AUROC (high)"), 3),
                            Figures.rounded(Figures.number(model, "Sensitivity"), 3),
                            Figures.rounded(Figures.number(model, "Specificity"), 3)));
        }
        Figures.write(Path.of(arguments[1]), text.append('\n').toString());
    }
}
