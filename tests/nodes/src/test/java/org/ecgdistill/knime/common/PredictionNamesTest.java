package org.ecgdistill.knime.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgdistill.knime.common.PredictionNames.Kind;
import org.ecgdistill.knime.common.PredictionNames.OfClass;
import org.junit.jupiter.api.Test;

/** Names of classes as hospitals write them. */
class PredictionNamesTest {

    private static final Set<String> NOTHING = Set.of();

    private static Optional<OfClass> read(String column, Set<String> classes, Set<String> columns) {
        return new PredictionNames(columns, classes).probability(column, "Class");
    }

    private static Optional<OfClass> parts(String type, String suffix) {
        return Optional.of(new OfClass("P (Class", type, suffix));
    }

    @Test
    void bracketsMayBelongToTheClassOrToTheModel() {
        assertEquals(parts("a", " (m)"), read("P (Class=a) (m)", NOTHING, NOTHING));
        assertEquals(parts("a", "_RF"), read("P (Class=a)_RF", NOTHING, NOTHING));
        assertEquals(parts("block (left)", ""), read("P (Class=block (left))", NOTHING, NOTHING));
        assertEquals(parts("block (left)", " (m)"), read("P (Class=block (left)) (m)", NOTHING, NOTHING));
        assertEquals(Optional.empty(), read("P (Label=a) (m)", NOTHING, NOTHING));
    }

    @Test
    void aBracketThatIsNeverClosedEndsNoClass() {
        var columns = Set.of("Prediction (Class) (m)");
        assertEquals(parts("block (left", " (m)"), read("P (Class=block (left) (m)", NOTHING, columns));
        assertEquals(parts("1) block", " (m)"), read("P (Class=1) block) (m)", NOTHING, columns));
        assertEquals(
                parts("block (left", " (m)"),
                read("P (Class=block (left) (m)", Set.of("block (left", "normal"), NOTHING));
        assertEquals(parts("1) block", ""), read("P (Class=1) block)", Set.of("1) block"), NOTHING));
    }

    @Test
    void ofSeveralModelsEachKeepsItsOwnSuffix() {
        var columns = Set.of("Prediction (Class)", "Prediction (Class) (m)");
        assertEquals(parts("a", ""), read("P (Class=a)", Set.of("a", "b"), columns));
        assertEquals(parts("a", " (m)"), read("P (Class=a) (m)", Set.of("a", "b"), columns));
        assertEquals(parts("a", " (m)"), read("P (Class=a) (m)", NOTHING, columns));
    }

    @Test
    void bracketsThatMatchAndUsualSuffixesDecideTheRest() {
        assertEquals(parts("a (b) (c)", " (m)"), read("P (Class=a (b) (c)) (m)", NOTHING, NOTHING));
        assertEquals(parts("((a) x", " (m)"), read("P (Class=((a) x) (m)", NOTHING, NOTHING));
        assertEquals(
                Optional.of(new OfClass("P (a (b=c) (d)", "e", " (m)")),
                new PredictionNames(NOTHING, NOTHING).ofClass("P (a (b=c) (d)=e) (m)"));
    }

    /** Whether or not the target is known, and for teachers as for models to be scored. */
    @Test
    void whateverIsWrittenIsReadAgain() {
        var words = List.of("a", "b c", "left (old)", "x=1", "n (k=3)", "(", "1) p", "q (r", "=", "a = (b) c");
        for (var target : words) {
            for (var model : words) {
                var columns = new ArrayList<String>();
                columns.add(Kind.PREDICTION.of(target, model));
                words.forEach(type -> columns.add(Kind.PROBABILITY.of(target, type, model)));
                words.forEach(type -> columns.add(Kind.LOGIT.of(target, type, model)));
                var names = new PredictionNames(columns, words);
                for (var type : words) {
                    var column = Kind.PROBABILITY.of(target, type, model);
                    var expected = Optional.of(new OfClass("P (" + target, type, " (" + model + ")"));
                    assertEquals(expected, names.probability(column, target), column);
                    assertEquals(expected, names.ofClass(column), column);
                    assertEquals(model, names.modelOf(column), column);
                    assertEquals(model, names.modelOf(Kind.LOGIT.of(target, type, model)));
                    assertEquals(
                            Optional.of(type),
                            names.ofClass(Kind.LOGIT.of(target, type, model)).map(OfClass::type));
                }
            }
        }
    }

    @Test
    void aColumnOfAllClassesNamesItsModelAlone() {
        for (var model : List.of("m", "ResNet (small)", "x=1", "n (k=3)", "q (r", "1) p")) {
            var names = new PredictionNames(List.of(Kind.PREDICTION.of("Class", model)), List.of("a", "1", "3"));
            for (var kind : List.of(Kind.SOFT_TARGETS, Kind.FEATURES, Kind.ATTENTION, Kind.LOGIT)) {
                assertEquals(model, names.modelOf(kind.of(model)));
            }
            assertEquals(Optional.empty(), names.ofClass(Kind.LOGIT.of(model)), model);
        }
    }

    /** Without any hint, and in columns of other nodes. */
    @Test
    void namesOfOtherNodesAreUnderstood() {
        var names = new PredictionNames(NOTHING, NOTHING);
        assertEquals(Optional.of("A"), names.ofClass("P (Class=A)").map(OfClass::type));
        assertEquals("P (Class=…)", names.modelOf("P (Class=A)"));
        assertEquals("RF", names.modelOf("P (Class=A)_RF"));
        assertEquals("Forest", names.modelOf("P (Class=A) (Forest)"));
        assertEquals(Optional.of("1"), names.ofClass("Logit (x=1)").map(OfClass::type));
        var ours = new PredictionNames(List.of("P (Class=b) (x=1)", "Logit (x=1)"), NOTHING);
        assertEquals(Optional.empty(), ours.ofClass("Logit (x=1)"));
        assertEquals("x=1", ours.modelOf("Logit (x=1)"));
        assertEquals(Optional.of("A"), names.ofClass("score=A)").map(OfClass::type));
        assertEquals("Forest", names.modelOf("score (Forest)"));
        assertEquals("score", names.modelOf("score"));
        assertEquals("score)", names.modelOf("score)"));
    }
}
