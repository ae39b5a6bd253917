package org.ecgdistill.evaluation.folds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimilarNamesTest {

    @Test
    void namesThatLookAlikeAreTold() {
        assertEquals(Optional.empty(), SimilarNames.doubt(Arrays.asList("Anna", "Anna", "Hanna", null)));
        var found = SimilarNames.doubt(List.of("Anna", "anna ", "Bo")).orElseThrow();
        assertTrue(found.startsWith("The subjects \"Anna\" and \"anna \" differ only in"), found);
    }

    /** As one letter and as a letter with a mark after it, the same on paper. */
    @Test
    void twoFormsOfUnicodeAreOneName() {
        assertTrue(SimilarNames.doubt(List.of("Zo\u00eb", "Zoe\u0308")).isPresent());
    }

    @Test
    void veryManyAreCounted() {
        var names = new java.util.ArrayList<String>();
        for (var i = 0; i < 1_000; i++) {
            names.add("p" + i);
            names.add("P" + i);
        }
        var found = SimilarNames.doubt(names).orElseThrow();
        assertTrue(found.contains("and those of 997 more names"), found);
        assertTrue(found.length() < 500, found);
    }
}
