package org.ecgdistill.evaluation.folds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubjectDoubtsTest {

    @Test
    void subjectsInSeveralFoldsAreNamed() {
        var names = Arrays.asList("b", null, "a", "b", "c", "c", null);
        assertEquals(Optional.empty(), SubjectDoubts.severalFolds(names, new int[] {0, 0, 1, 0, -1, 2, 1}));
        var found = SubjectDoubts.severalFolds(names, new int[] {0, 0, 1, 1, 0, 2, 1})
                .orElseThrow();
        assertTrue(found.startsWith("Subjects \"b\" and \"c\" are in several folds: "), found);
    }

    @Test
    void namesThatLookAlikeAreReported() {
        assertEquals(Optional.empty(), SubjectDoubts.similarNames(Arrays.asList("Anna", "Anna", "Hanna", null)));
        var found = SubjectDoubts.similarNames(List.of("Anna", "anna ", "Bo")).orElseThrow();
        assertTrue(found.startsWith("The subjects \"Anna\" and \"anna \" differ only in"), found);
    }

    /** As one letter and as a letter with a mark after it, the same on paper. */
    @Test
    void twoFormsOfUnicodeAreOneName() {
        assertTrue(SubjectDoubts.similarNames(List.of("Zo\u00eb", "Zoe\u0308")).isPresent());
    }

    @Test
    void veryManyAreCounted() {
        var names = new ArrayList<String>();
        for (var i = 0; i < 1_000; i++) {
            names.add("p" + i);
            names.add("P" + i);
        }
        var found = SubjectDoubts.similarNames(names).orElseThrow();
        assertTrue(found.contains("and those of 997 more names"), found);
        assertTrue(found.length() < 500, found);
    }
}
