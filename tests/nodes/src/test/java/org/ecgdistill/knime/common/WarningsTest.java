package org.ecgdistill.knime.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarningsTest {

    @Test
    void fewSentencesAreToldAsTheyAre() {
        assertEquals(Optional.empty(), Warnings.text(List.of()));
        assertEquals(Optional.of("One.\nTwo."), Warnings.text(List.of("One.", "Two.", "One.")));
    }

    /** 2,000 classes once made a warning of 124,889 characters. */
    @Test
    void veryManyAreCounted() {
        var many = IntStream.range(0, 2_000)
                .mapToObj(i -> "Fold 0 has no row of class \"" + i + "\".")
                .toList();
        var text = Warnings.text(many).orElseThrow();
        assertTrue(text.endsWith("\nAnd 1988 more warnings."), text);
        assertTrue(text.length() < 1_000, text);
    }

    @Test
    void aNameOfAnyLengthLeavesRoomForTheRest() {
        var text = Warnings.text(List.of("The column \"" + "x".repeat(100_000) + "\" holds no value."))
                .orElseThrow();
        assertTrue(text.startsWith("The column \"xxx") && text.endsWith("xxx\" holds no value."), text);
        assertTrue(text.length() < 700, text);
    }
}
