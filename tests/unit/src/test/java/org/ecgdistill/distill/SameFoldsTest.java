package org.ecgdistill.distill;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.nn.training.Design;
import org.junit.jupiter.api.Test;

class SameFoldsTest {

    /** Two models of which each says its own number of every row; the teacher's own answers are those of folds 0 1 0 1. */
    private static final List<float[][]> PARTS =
            List.of(new float[][] {{1}, {2}, {3}, {4}}, new float[][] {{-1}, {-2}, {-3}, {-4}});

    private static final float[][] OWN = {{1}, {-2}, {3}, {-4}};

    private static Design design(int... folds) {
        return new Design(List.of("a", "b", "a", "b"), Optional.empty(), folds, 0, 1);
    }

    @Test
    void theFoldsOfTheTeacherAreFine() {
        assertDoesNotThrow(() -> SameFolds.check("t", PARTS, OWN, design(0, 1, 0, 1)));
        assertDoesNotThrow(() -> SameFolds.check("t", PARTS, OWN, design(0, 1, -1, 1)), "a row may lose its fold");
        assertDoesNotThrow(
                () -> SameFolds.check("t", PARTS, new float[][] {{7}, null, {3}, {-4}}, design(1, 0, 0, 1)),
                "numbers that somebody has changed tell nothing");
        assertDoesNotThrow(() -> SameFolds.check("t", PARTS, OWN, design()));
    }

    @Test
    void foldsThatHaveChangedAreRefused() {
        var message = assertThrows(
                        DistillationException.class, () -> SameFolds.check("t", PARTS, OWN, design(0, 1, 1, 0)))
                .getMessage();
        assertTrue(message.startsWith("The folds have changed since the teacher \"t\" was trained: 2 of 4"), message);
    }
}
