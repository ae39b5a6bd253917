package org.ecgdistill.knime.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.ecgdistill.knime.scorer.ProbabilityName.Parts;
import org.junit.jupiter.api.Test;

/** Names of classes as hospitals write them. */
class ProbabilityNameTest {

    private static Optional<Parts> parse(String column, Set<String> classes, Set<String> suffixes) {
        return new ProbabilityName("Class", classes, suffixes).parse(column);
    }

    @Test
    void bracketsMayBelongToTheClassOrToTheModel() {
        var nothing = Set.<String>of();
        assertEquals(Optional.of(new Parts("a", " (m)")), parse("P (Class=a) (m)", nothing, nothing));
        assertEquals(Optional.of(new Parts("a", "_RF")), parse("P (Class=a)_RF", nothing, nothing));
        assertEquals(Optional.of(new Parts("block (left)", "")), parse("P (Class=block (left))", nothing, nothing));
        assertEquals(
                Optional.of(new Parts("block (left)", " (m)")), parse("P (Class=block (left)) (m)", nothing, nothing));
        assertEquals(Optional.empty(), parse("P (Label=a) (m)", nothing, nothing));
    }

    @Test
    void aBracketThatIsNeverClosedEndsNoClass() {
        var models = Set.of(" (m)");
        assertEquals(
                Optional.of(new Parts("block (left", " (m)")), parse("P (Class=block (left) (m)", Set.of(), models));
        assertEquals(Optional.of(new Parts("1) block", " (m)")), parse("P (Class=1) block) (m)", Set.of(), models));
        assertEquals(
                Optional.of(new Parts("block (left", " (m)")),
                parse("P (Class=block (left) (m)", Set.of("block (left", "normal"), Set.of()));
        assertEquals(Optional.of(new Parts("1) block", "")), parse("P (Class=1) block)", Set.of("1) block"), Set.of()));
    }

    @Test
    void ofSeveralModelsEachKeepsItsOwnSuffix() {
        var models = Set.of("", " (m)");
        assertEquals(Optional.of(new Parts("a", "")), parse("P (Class=a)", Set.of("a", "b"), models));
        assertEquals(Optional.of(new Parts("a", " (m)")), parse("P (Class=a) (m)", Set.of("a", "b"), models));
        assertEquals(Optional.of(new Parts("a", " (m)")), parse("P (Class=a) (m)", Set.of(), models));
    }
}
