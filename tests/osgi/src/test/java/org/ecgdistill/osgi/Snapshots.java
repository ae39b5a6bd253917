package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts that are kept beside the tests, so that nobody changes by accident what workflows on other people's machines
 * rely on.
 */
final class Snapshots {
    private static final Path FOLDER = TestPlatform.root().resolve("tests/osgi/src/test/resources/snapshots");
    private static final String RENEW = "ecgdistill.snapshots";

    private Snapshots() {}

    /**
     * Compares lines with those that are kept.
     *
     * @param name the file's name below the folder of snapshots
     * @param lines what it is now
     * @param meaning what a difference means for people, and what to think of before it is accepted
     */
    static void assertUnchanged(String name, List<String> lines, String meaning) throws IOException {
        var file = FOLDER.resolve(name + ".txt");
        if ("renew".equals(System.getProperty(RENEW))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
            return;
        }
        assertTrue(Files.exists(file), () -> "There is no snapshot " + name + ". " + howToRenew());
        var kept = Files.readAllLines(file);
        if (!kept.equals(lines)) {
            fail(name + " has changed:\n" + String.join("\n", differences(kept, lines)) + "\n" + meaning + " "
                    + howToRenew());
        }
    }

    private static List<String> differences(List<String> kept, List<String> lines) {
        var found = new ArrayList<String>();
        kept.stream().filter(line -> !lines.contains(line)).forEach(line -> found.add("  - " + line));
        lines.stream().filter(line -> !kept.contains(line)).forEach(line -> found.add("  + " + line));
        return found.isEmpty() ? List.of("  the same lines in another order") : found;
    }

    private static String howToRenew() {
        return "To accept it as it is now, run `mvn verify -D" + RENEW + "=renew` and commit what has changed in "
                + TestPlatform.root().relativize(FOLDER) + ".";
    }
}
