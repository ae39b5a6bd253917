package org.ecgdistill.evaluation.folds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.EvaluationException;
import org.junit.jupiter.api.Test;

class GivenFoldsTest {

    /** The folds of PTB-XL are called 1 to 10; as text, 10 would come before 2. */
    @Test
    void numbersAreOrderedAsNumbers() {
        var folds = GivenFolds.of(List.of("10", "1", "2", "9", "10"));
        assertEquals(List.of("1", "2", "9", "10"), folds.names());
        assertArrayEquals(new int[] {3, 0, 1, 2, 3}, folds.ofRow());
    }

    @Test
    void textIsOrderedAsTextAndComesAfterNumbers() {
        var folds = GivenFolds.of(Arrays.asList("train", "test", null, "1.5", "train"));
        assertEquals(List.of("1.5", "test", "train"), folds.names());
        assertArrayEquals(new int[] {2, 1, -1, 0, 2}, folds.ofRow());
    }

    @Test
    void refusesLessThanTwoFolds() {
        assertEquals(
                "Cross-validation needs at least 2 folds, but the fold column holds only the value \"1\".",
                refusal(Arrays.asList("1", null, "1")));
        assertEquals(
                "Cross-validation needs at least 2 folds, but the fold column holds no value.",
                refusal(Arrays.asList(null, null)));
    }

    @Test
    void refusesAColumnThatIsNoDivision() {
        var message = refusal(IntStream.range(0, 1001).mapToObj(String::valueOf).toList());
        assertTrue(message.startsWith("The fold column holds 1001 different values, for example \"0\""), message);
    }

    @Test
    void foldsThatAreNoWholeNumbersAreDoubted() {
        assertEquals(List.of(), GivenFolds.doubts(List.of("1", "2.0", "train")));
        var doubts = GivenFolds.doubts(GivenFolds.of(List.of("1", "3.7", "2")).names());
        assertEquals(1, doubts.size());
        assertTrue(doubts.get(0).contains("not whole: \"3.7\""), doubts.get(0));
    }

    private static String refusal(List<String> given) {
        return assertThrows(EvaluationException.class, () -> GivenFolds.of(given))
                .getMessage();
    }
}
