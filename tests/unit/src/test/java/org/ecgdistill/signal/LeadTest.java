package org.ecgdistill.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTest {

    @Test
    void isFoundByNameInAnyCase() {
        assertEquals(Optional.of(Lead.AVR), Lead.named("AVR"));
        assertEquals(Optional.of(Lead.AVR), Lead.named(" avr "));
        assertEquals(Optional.of(Lead.V6), Lead.named("v6"));
        assertEquals(Optional.empty(), Lead.named("V7"));
    }

    @Test
    void aListKeepsItsOrder() {
        assertEquals(List.of(Lead.V5, Lead.II, Lead.AVF), Lead.list("V5, ii ;aVF,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "all", " ALL "})
    void allTwelveHaveAShortForm(String names) {
        assertEquals(List.of(Lead.values()), Lead.list(names));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "II, V9 | The lead \"V9\" is unknown. Known leads are I, II, III, aVR",
                "II, V1, ii | The lead II is listed twice",
                "' , ' | No lead is named",
                "'' | No lead is named"
            })
    void aBadListSaysWhatIsWrong(String names, String sentence) {
        var message =
                assertThrows(SignalException.class, () -> Lead.list(names)).getMessage();
        assertTrue(message.startsWith(sentence), message);
    }
}
