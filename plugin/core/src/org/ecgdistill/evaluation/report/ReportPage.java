package org.ecgdistill.evaluation.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.common.WholeFile;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.study.Comparison;

/**
 * A comparison as one HTML page.
 *
 * @param title above the page
 * @param made when and by what, for the end of the page; for example a date and a version
 */
public record ReportPage(String title, String made) {

    private static final List<Section> SECTIONS = List.of(
            new OverviewSection(),
            new FindingsSection(),
            new MetricsSection(),
            new CostSection(),
            new CurvesSection(),
            new CalibrationSection(),
            new PairsSection(),
            new FoldsSection(),
            new ConfusionSection(),
            new ErrorsSection(),
            new MethodsSection(),
            new ProvenanceSection());

    /** The page may load nothing and run nothing. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    public String of(Comparison comparison) {
        var page = new Markup();
        page.start("html", "lang", "en").start("head").start("meta", "charset", "utf-8");
        page.start("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.start("meta", "name", "color-scheme", "content", "light dark");
        page.start("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        page.leaf("title", title).style(Style.CSS).end();
        page.start("body").start("main").leaf("h1", title);
        SECTIONS.forEach(section -> section.write(comparison, page));
        page.leaf("footer", made + ". For research; not a medical device.");
        page.end().end().end();
        return "<!DOCTYPE html>\n" + page;
    }

    /** Writes the page, whole or not at all. */
    public void write(Comparison comparison, Path file) {
        var target = file.toAbsolutePath();
        try {
            var folder = target.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            WholeFile.write(target, out -> out.write(of(comparison).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException ex) {
            throw new EvaluationException("The report cannot be written to " + target + ": " + ex.getMessage()
                    + ". Choose a folder that exists and that you may write to.");
        }
    }
}
