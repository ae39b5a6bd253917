package org.ecgdistill.quantum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ecgdistill.quantum.Entanglement.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The blocks are those that Qiskit's n-local circuits join under the same names. */
class EntanglementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "linear         | 2 | 4 | 0 | 0-1, 1-2, 2-3",
                "reverse_linear | 2 | 4 | 0 | 2-3, 1-2, 0-1",
                "full           | 2 | 4 | 0 | 0-1, 0-2, 0-3, 1-2, 1-3, 2-3",
                "circular       | 2 | 4 | 0 | 3-0, 0-1, 1-2, 2-3",
                "circular       | 2 | 2 | 0 | 0-1",
                "pairwise       | 2 | 5 | 0 | 0-1, 2-3, 1-2, 3-4",
                "pairwise_ring  | 2 | 4 | 0 | 0-1, 2-3, 1-2, 3-0",
                "pairwise_ring  | 2 | 2 | 0 | 0-1",
                "sca            | 2 | 4 | 0 | 3-0, 0-1, 1-2, 2-3",
                "sca            | 2 | 4 | 1 | 3-2, 0-3, 1-0, 2-1",
                "sca            | 2 | 4 | 2 | 1-2, 2-3, 3-0, 0-1",
                "linear         | 3 | 4 | 0 | 0-1-2, 1-2-3",
                "reverse_linear | 3 | 4 | 0 | 1-2-3, 0-1-2",
                "circular       | 3 | 4 | 0 | 2-3-0, 0-1-2, 1-2-3",
                "full           | 3 | 4 | 0 | 0-1-2, 0-1-3, 0-2-3, 1-2-3",
            })
    void joinsBlocks(String name, int size, int qubits, int layer, String expected) {
        var blocks = Entanglement.parse(name).blocks(size, qubits, layer);
        assertEquals(expected, new Entanglement.Given(blocks).text());
    }

    @ParameterizedTest
    @EnumSource
    void singleQubitsAreBlocksOfTheirOwn(Pattern pattern) {
        assertEquals(List.of(List.of(0), List.of(1), List.of(2)), pattern.blocks(1, 3, 1));
    }

    @ParameterizedTest
    @EnumSource
    void namesAreUnderstood(Pattern pattern) {
        assertEquals(pattern, Entanglement.parse(pattern.text()));
    }

    @Test
    void pairsAreUnderstood() {
        var given = Entanglement.parse(" 0-2,1 - 3 ");
        assertEquals(List.of(List.of(0, 2), List.of(1, 3)), given.blocks(2, 4, 5));
        assertEquals(given, Entanglement.parse(given.text()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0-1, 1-7 | 2 | joins the qubits 1-7, but the circuit has the qubits 0 to 3",
                "0-0      | 2 | name different qubits",
                "0-1      | 3 | blocks of 3 qubits are needed",
                "pairwise | 3 | joins pairs",
                "linear   | 5 | only 4",
            })
    void refusesInWords(String text, int size, String words) {
        var refusal = assertThrows(
                QuantumException.class, () -> Entanglement.parse(text).blocks(size, 4, 0));
        assertTrue(refusal.getMessage().contains(words), refusal::getMessage);
    }

    @ParameterizedTest
    @CsvSource({"star", "0-", "'0-1;1-2'", "''"})
    void refusesUnknownNames(String text) {
        var refusal = assertThrows(QuantumException.class, () -> Entanglement.parse(text));
        assertTrue(refusal.getMessage().contains("reverse_linear"), refusal::getMessage);
    }
}
