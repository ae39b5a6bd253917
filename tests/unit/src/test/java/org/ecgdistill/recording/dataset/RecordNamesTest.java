package org.ecgdistill.recording.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordNamesTest {

    private static final String[] PARTS = {"a", "A", "b", "ab", "B"};

    /** Against the definition, recording by recording. */
    @Test
    void aNameFitsByItsEndOrIsTheEnd() {
        var random = new SplittableRandom(3);
        var counts = new int[3];
        for (var round = 0; round < 2000; round++) {
            var names = IntStream.rangeClosed(0, random.nextInt(1, 6))
                    .mapToObj(i -> path(random))
                    .distinct()
                    .toList();
            var written = path(random);
            var expected = fits(names, written);
            var found = new RecordNames(names).find(written);
            assertEquals(Math.min(2, expected.size()), found.size(), () -> written + " in " + names);
            assertTrue(expected.containsAll(found), () -> written + " in " + names);
            counts[found.size()]++;
        }
        for (var count : counts) {
            assertTrue(count > 100);
        }
    }

    private static List<Integer> fits(List<String> names, String written) {
        if (names.contains(written)) {
            return List.of(names.indexOf(written));
        }
        var sameCase = fits(names, written, UnaryOperator.identity());
        return sameCase.isEmpty() ? fits(names, written, name -> name.toLowerCase(Locale.ROOT)) : sameCase;
    }

    private static List<Integer> fits(List<String> names, String written, UnaryOperator<String> form) {
        var second = "/" + form.apply(written);
        return IntStream.range(0, names.size())
                .filter(i -> {
                    var first = "/" + form.apply(names.get(i));
                    return first.endsWith(second) || second.endsWith(first);
                })
                .boxed()
                .toList();
    }

    private static String path(SplittableRandom random) {
        var parts = new ArrayList<String>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            parts.add(PARTS[random.nextInt(PARTS.length)]);
        }
        return String.join("/", parts);
    }
}
