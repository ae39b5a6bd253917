package org.ecgdistill.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.evaluation.study.CaseColumns;
import org.ecgdistill.evaluation.study.Cases;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.ComparisonOptions;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.evaluation.study.ModelPredictions;
import org.ecgdistill.evaluation.study.Studies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class ReportPageTest {

    private static final int ROWS = 800;
    private static final ComparisonOptions OPTIONS =
            ComparisonOptions.DEFAULT.withBootstrap(100, 1).withEc57(true);

    private final Comparison comparison = Comparison.of(
            Studies.cases(ROWS),
            List.of(
                    Studies.model("<b>bold</b> & \"co\"", facts(128_185, "seed", "42"), ROWS, 1.5, 1),
                    Studies.model("small", facts(73, "teacher", "<b>bold</b>"), ROWS, 0.7, 2)),
            OPTIONS,
            Progress.NONE);
    private final String page = new ReportPage("A & B < C", "Made in a test").of(comparison);

    private static ModelFacts facts(long parameters, String key, String value) {
        return ModelFacts.fromProperties(Map.of(
                "ecgdistill.outOfFold",
                "true",
                "ecgdistill.parameters",
                Long.toString(parameters),
                "ecgdistill.provenance." + key,
                value));
    }

    private static Element parse(String html) throws Exception {
        var xml = html.substring(html.indexOf("<html"));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static List<Element> all(Element root, String tag) {
        var nodes = root.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    @Test
    void elementsAreNestedAndTextsEscaped() throws Exception {
        var root = parse(page);
        assertEquals("A & B < C", all(root, "h1").get(0).getTextContent());
        assertTrue(all(root, "th").stream().anyMatch(th -> th.getTextContent().equals("<b>bold</b> & \"co\"")));
        assertTrue(all(root, "dd").stream().anyMatch(dd -> dd.getTextContent().equals("42")));
    }

    @Test
    void thePageNeedsNothingElse() {
        for (var outside : List.of("http://", "https://", "src=", "href=", "url(", "@import", "<script")) {
            assertFalse(page.contains(outside), outside);
        }
    }

    @Test
    void theFiguresAreThoseOfTheComparison() throws Exception {
        var table = all(parse(page), "table").get(0);
        var cells = all((Element) table.getElementsByTagName("tbody").item(0), "td");
        var auroc = comparison.models().get(0).metric(Metric.AUROC);
        var text = cells.get(0).getTextContent();
        assertEquals(
                String.format(
                        Locale.ROOT,
                        "%.3f ± %.3f%.3f\n[%.3f, %.3f]",
                        auroc.mean().value(),
                        auroc.deviation().value(),
                        auroc.pooled().value(),
                        auroc.interval().orElseThrow().low(),
                        auroc.interval().orElseThrow().high()),
                text);
        assertEquals("best", cells.get(0).getAttribute("class"));
    }

    @Test
    void everyTableAndPictureIsLabelledAndFilled() throws Exception {
        var root = parse(page);
        for (var table : all(root, "table")) {
            assertEquals(1, all(table, "caption").size());
            assertFalse(all(table, "td").isEmpty(), all(table, "caption").get(0).getTextContent());
            assertTrue(all(table, "th").stream()
                    .noneMatch(th -> th.getAttribute("scope").isEmpty()));
        }
        var ids = new ArrayList<String>();
        var pictures = all(root, "svg").stream()
                .filter(svg -> svg.getAttribute("role").equals("img"))
                .toList();
        assertEquals(8, pictures.size(), "two of size, four of curves, two of folds");
        for (var picture : pictures) {
            for (var id : picture.getAttribute("aria-labelledby").split(" ")) {
                ids.add(id);
                assertTrue(page.contains("id=\"" + id + "\""), id);
            }
            assertTrue(
                    all(picture, "polyline").size() + all(picture, "path").size() >= 2,
                    picture.getAttribute("aria-labelledby"));
        }
        assertEquals(ids.stream().distinct().count(), ids.size(), "an id is used twice");
        assertFalse(page.contains("NaN"));
        assertFalse(page.contains("Infinity"));
    }

    @Test
    void allPointsLieOnTheirPicture() throws Exception {
        for (var line : all(parse(page), "polyline")) {
            for (var point : line.getAttribute("points").split(" ")) {
                var x = Double.parseDouble(point.split(",")[0]);
                var y = Double.parseDouble(point.split(",")[1]);
                assertTrue(x >= 0 && x <= Picture.WIDTH && y >= 0 && y <= 400, point);
            }
        }
    }

    @Test
    void missingFiguresHaveFootnotes() throws Exception {
        var cases = Cases.builder(new CaseColumns("Class", Optional.empty(), Optional.empty()));
        var model = ModelPredictions.builder("rules", ModelFacts.NONE, List.of(), true);
        for (var row = 0; row < 10; row++) {
            cases.add("Row" + row, row < 5 ? "a" : "b", null, null);
            model.add("a");
        }
        var bare = Comparison.of(
                cases.build(), List.of(model.build()), ComparisonOptions.DEFAULT.withBootstrap(20, 1), Progress.NONE);
        var html = new ReportPage("Bare", "Made in a test").of(bare);
        var root = parse(html);
        var notes = all(root, "li").stream().map(Element::getTextContent).toList();
        assertTrue(notes.stream().anyMatch(note -> note.endsWith("the model gave predictions only, no probabilities")));
        assertTrue(
                notes.stream().anyMatch(note -> note.endsWith("all rows were predicted as one class; counted as 0")));
        assertTrue(html.contains("class=\"finding leakage\""));
        assertTrue(html.contains("No subject column is chosen"));
        assertTrue(all(root, "h2").stream().noneMatch(h2 -> h2.getTextContent().equals("Curves")));
    }

    @Test
    void severalClassesHaveTheirOwnPictures() throws Exception {
        var labels = List.of("N", "S", "V");
        var cases = Cases.builder(Studies.COLUMNS);
        var model = ModelPredictions.builder("beats", facts(10, "seed", "1"), labels, false);
        for (var row = 0; row < 300; row++) {
            cases.add("Row" + row, labels.get(row % 3), row % 5, "s" + row % 15);
            var sure = 0.4 + (row * 7 % 10) / 20.0;
            var p = new double[3];
            for (var c = 0; c < 3; c++) {
                p[c] = c == (row % 7 == 0 ? (row + 1) % 3 : row % 3) ? sure : (1 - sure) / 2;
            }
            model.add(null, p);
        }
        var beats = Comparison.of(cases.build(), List.of(model.build()), OPTIONS, Progress.NONE);
        var root = parse(new ReportPage("Beats", "Made in a test").of(beats));
        assertEquals(
                List.of("Class N against the rest", "Class S against the rest", "Class V against the rest"),
                all(root, "h3").stream().map(Element::getTextContent).limit(3).toList());
    }

    @Test
    void isWrittenWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        var file = folder.resolve("new").resolve("report.html");
        var report = new ReportPage("A & B < C", "Made in a test");
        report.write(comparison, file);
        report.write(comparison, file);
        assertEquals(page, Files.readString(file));
        try (var files = Files.list(file.getParent())) {
            assertEquals(1, files.count());
        }
        var blocked = Files.createFile(folder.resolve("file")).resolve("report.html");
        var refused = assertThrows(EvaluationException.class, () -> report.write(comparison, blocked));
        assertTrue(refused.getMessage().startsWith("The report cannot be written to"), refused.getMessage());
    }

    @Test
    void numbersReadWell() {
        assertEquals("−0.125", Numbers.metric(-0.125));
        assertEquals("0.000", Numbers.metric(-0.0001));
        assertEquals("95 %", Numbers.level(0.95));
        assertEquals("99.9 %", Numbers.level(0.999));
        assertEquals("90 %", Numbers.level(0.9));
        assertEquals("< 0.001", Numbers.pValue(MetricValue.of(0.0004)));
        assertEquals("512.7 kB", Numbers.bytes(OptionalLong.of(512_740)));
        assertEquals("0.0312", Numbers.threeDigits(OptionalDouble.of(0.03123)));
        assertEquals("240×", Numbers.compression(OptionalDouble.of(239.6)));
        assertEquals("10.0×", Numbers.compression(OptionalDouble.of(10)));
    }

    @Test
    void ticksAreRound() {
        var shares = Axis.ofShare("x").ticks().stream().map(Axis.Tick::label).toList();
        assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), shares);
        var sizes = Axis.logarithmic("x", 73, 30_700_000).ticks().stream()
                .map(Axis.Tick::label)
                .toList();
        assertEquals(List.of("100", "1k", "10k", "100k", "1M", "10M", "100M"), sizes);
        assertTrue(Axis.logarithmic("x", 1000, 2000).ticks().size() >= 2);
        assertEquals(1, Axis.ofShare("x").part(1.7));
        assertEquals(0.5, Axis.logarithmic("x", 10, 1000).part(100), 1e-12);
    }
}
