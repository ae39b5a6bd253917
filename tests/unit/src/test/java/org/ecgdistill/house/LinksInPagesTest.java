package org.ecgdistill.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ecgdistill.testing.Sources;
import org.junit.jupiter.api.Test;

/** Every relative link and picture in the project's pages leads to a file, and every anchor to a heading. */
class LinksInPagesTest {

    private static final Pattern CODE = Pattern.compile("(?s)```.*?```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("(https?|mailto):.*");

    @Test
    void everyRelativeLinkResolves() throws IOException {
        var broken = new ArrayList<String>();
        var followed = 0;
        for (var page : pages()) {
            for (var target : links(Files.readString(page))) {
                followed++;
                if (!resolves(page, target)) {
                    broken.add(Sources.ROOT.relativize(page) + " links to " + target);
                }
            }
        }
        assertTrue(followed > 50, "only " + followed + " links were found");
        assertEquals(List.of(), broken);
    }

    @Test
    void aLinkToNowhereIsNoticed() throws IOException {
        var readme = Sources.ROOT.resolve("README.md");
        assertTrue(resolves(readme, "CONTRIBUTING.md#tests"));
        assertFalse(resolves(readme, "CONTRIBUTING.md#no-such-heading"));
        assertFalse(resolves(readme, "docs/no-such-page.md"));
    }

    private static List<Path> pages() throws IOException {
        try (var below = Files.walk(Sources.ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(Sources.ROOT::resolve),
                            below.filter(file -> file.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> links(String text) {
        return LINK.matcher(CODE.matcher(text).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .toList();
    }

    private static boolean resolves(Path page, String target) throws IOException {
        var parts = target.split("#", 2);
        var file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(file)
                && (parts.length == 1 || anchors(Files.readString(file)).contains(parts[1]));
    }

    /** The anchors that GitHub makes of headings. */
    private static List<String> anchors(String text) {
        return CODE.matcher(text)
                .replaceAll("")
                .lines()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
