package org.ecgdistill.nn.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Reason.Rule;
import org.junit.jupiter.api.Test;

/** Which epoch is kept, and why, where scores and losses of the rows that were kept back are made up. */
class BestEpochTest {

    private static final Network NETWORK = new Cnn1d(new Cnn1d.Form(1, 1, List.of(4), 3, 4, 0));
    private static final int TRAINING = 12;
    private static final int VALIDATION = 5;

    @Test
    void aScoreOfOneInEveryEpochKeepsTheEpochOfLeastLoss() {
        var trained = train(0, new double[] {1, 1, 1, 1, 1}, 0.6, 0.4, 0.2, 0.3, 0.5);
        assertEquals(3, trained.best());
        assertEquals(new Reason(Rule.AMONG_EQUALS, false), trained.reason());
        var three = train(0, new double[] {1, 1, 1}, 0.6, 0.4, 0.2);
        assertEquals(three.weights(), trained.weights(), "the numbers are those of the third epoch");
    }

    @Test
    void aHigherScoreGoesBeforeASmallerLoss() {
        var trained = train(0, new double[] {0.5, 0.9, 0.8}, 0.1, 0.7, 0.05);
        assertEquals(2, trained.best());
        assertEquals(Rule.HIGHEST_SCORE, trained.reason().rule());
    }

    @Test
    void aScoreThatIsNoNumberNeverWins() {
        var nan = Double.NaN;
        assertEquals(
                2,
                train(0, new double[] {nan, 0.1, nan, 0.05}, 0.1, 0.9, 0.01, 0.3)
                        .best());
        var none = train(0, new double[] {nan, nan, nan}, 0.3, 0.1, 0.2);
        assertEquals(2, none.best());
        assertEquals(Rule.NO_SCORE, none.reason().rule());
    }

    /** An epoch with an equal score and a smaller loss is an improvement, one with an equal loss is not. */
    @Test
    void patienceCountsASmallerLossAmongEqualScores() {
        var ones = new double[] {1, 1, 1, 1, 1, 1};
        var trained = train(2, ones, 0.5, 0.4, 0.4, 0.3, 0.3, 0.35, 0.1);
        assertEquals(4, trained.best());
        assertEquals(6, trained.log().size(), "it stops before the seventh epoch");
    }

    @Test
    void withoutAScoreTheLossDecides() {
        var trained = train(0, null, 0.5, 0.2, 0.3);
        assertEquals(2, trained.best());
        assertEquals(Rule.SMALLEST_LOSS, trained.reason().rule());
    }

    @Test
    void withoutRowsTheLastEpochIsKept() {
        var trained = new Trainer(NETWORK, madeUp(), Schedule.of(3, 4, 1e-2, 1))
                .train(Weights.random(NETWORK, 1), rows(TRAINING), Validation.NONE, Progress.NONE);
        assertEquals(3, trained.best());
        assertEquals(new Reason(Rule.LAST, false), trained.reason());
    }

    @Test
    void anEpochThatIsAloneNeedsNoOtherReason() {
        assertEquals(Rule.ONLY, train(0, new double[] {0.7}, 0.5).reason().rule());
    }

    @Test
    void aScoreOfFewSubjectsIsSaidToBeOne() {
        var small = new Validation(rows(VALIDATION), (outputs, rows) -> 1, true);
        var trained = trainer(0, 0.5, 0.4).train(Weights.random(NETWORK, 1), rows(TRAINING), small, Progress.NONE);
        assertEquals(new Reason(Rule.AMONG_EQUALS, true), trained.reason());
        var byLoss = new Validation(rows(VALIDATION), LabelScore.LOSS, true);
        assertFalse(trainer(0, 0.5, 0.4)
                .train(Weights.random(NETWORK, 1), rows(TRAINING), byLoss, Progress.NONE)
                .reason()
                .isSmall());
    }

    /** Ten rows of each class, of this many subjects. */
    @Test
    void fewSubjectsOfAnyClassAreFew() {
        assertFalse(hasFewSubjects(5, 10));
        assertTrue(hasFewSubjects(4, 10));
        assertTrue(hasFewSubjects(10, 1));
        var labels =
                IntStream.range(0, 10).mapToObj(row -> row % 2 == 0 ? "a" : "b").toList();
        var unknown = new Design(labels, Optional.empty(), new int[0], 0, 1);
        assertFalse(unknown.hasFewSubjects(IntStream.range(0, 10).toArray()), "each row is a subject of its own");
        assertTrue(unknown.hasFewSubjects(IntStream.range(0, 9).toArray()));
    }

    private static boolean hasFewSubjects(int healthy, int ill) {
        var labels = IntStream.range(0, 20)
                .mapToObj(row -> row < 10 ? "healthy" : "ill")
                .toList();
        var subjects = IntStream.range(0, 20)
                .mapToObj(row -> row < 10 ? "h" + row % healthy : "i" + row % ill)
                .toList();
        return new Design(labels, Optional.of(subjects), new int[0], 0, 1)
                .hasFewSubjects(IntStream.range(0, 20).toArray());
    }

    @Test
    void verdictsAreInOneOrder() {
        var nan = Double.NaN;
        var upwards = List.of(
                new Verdict(nan, nan),
                new Verdict(nan, 2),
                new Verdict(nan, 1),
                new Verdict(-0.5, 0.1),
                new Verdict(0.5, nan),
                new Verdict(0.5, 0.7),
                new Verdict(0.5, 0.6),
                new Verdict(1, 9));
        for (var i = 0; i < upwards.size(); i++) {
            for (var j = 0; j < upwards.size(); j++) {
                assertEquals(
                        Integer.signum(i - j), Integer.signum(upwards.get(i).compareTo(upwards.get(j))), i + ", " + j);
            }
        }
        assertEquals(upwards.get(7), Collections.max(upwards));
        assertTrue(new Verdict(0.0, 1).hasScoreOf(new Verdict(-0.0, 1)));
        assertFalse(new Verdict(0.0, 1).isBetterThan(new Verdict(-0.0, 1)));
    }

    /** Trains for as many epochs as there are losses. */
    private static Trained train(int patience, double[] scores, double... losses) {
        var calls = new int[1];
        ToDoubleBiFunction<float[][], Examples> score =
                scores == null ? LabelScore.LOSS : (outputs, rows) -> scores[calls[0]++];
        return trainer(patience, losses)
                .train(
                        Weights.random(NETWORK, 1),
                        rows(TRAINING),
                        new Validation(rows(VALIDATION), score),
                        Progress.NONE);
    }

    private static Trainer trainer(int patience, double... losses) {
        return new Trainer(
                NETWORK,
                madeUp(losses),
                new Schedule(losses.length, 4, 1e-2, RateCurve.CONSTANT, 0, false, 0, patience, 1, Map.of()));
    }

    /** On the rows that are kept back, known by how many they are, the given losses one after the other. */
    private static Loss madeUp(double... losses) {
        var given = DoubleStream.of(losses).iterator();
        return (pass, batch) -> batch.rows() == VALIDATION
                ? pass.output().getManager().create((float) given.nextDouble())
                : pass.output().sub(1).square().mean();
    }

    private static Examples rows(int count) {
        var signals = new float[count][16];
        var labels = new float[count][1];
        for (var row = 0; row < count; row++) {
            labels[row][0] = row % 2;
            for (var i = 0; i < 16; i++) {
                signals[row][i] = (float) Math.sin((1 + row % 2) * 0.4 * i + row);
            }
        }
        return new Examples(1, signals, Map.of(Examples.LABEL, labels));
    }
}
