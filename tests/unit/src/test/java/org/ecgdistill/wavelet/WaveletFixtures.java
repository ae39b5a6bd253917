package org.ecgdistill.wavelet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Assumptions;

/** The reference values made with PyWavelets: every file of the folder that has the form asked for. */
final class WaveletFixtures {

    private WaveletFixtures() {}

    static List<JsonNode> files(Predicate<JsonNode> form) throws IOException {
        var found = new ArrayList<JsonNode>();
        for (var path : Shared.files(Shared.fixtures("wavelets"), "", ".json")) {
            var content = new ObjectMapper().readTree(path.toFile());
            if (form.test(content)) {
                found.add(content);
            }
        }
        Assumptions.assumeFalse(found.isEmpty(), "skipped: no reference file of this form");
        return found;
    }

    static double[] numbers(JsonNode list) {
        var result = new double[list.size()];
        Arrays.setAll(result, i -> list.get(i).doubleValue());
        return result;
    }

    static BoundaryMode mode(JsonNode name) {
        return Arrays.stream(BoundaryMode.values())
                .filter(mode -> mode.label().equals(name.asText()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Compares with a list of the file, allowing besides the tolerance for the rounding of the file's numbers to its
     * number of significant digits.
     */
    static void assertClose(JsonNode expected, double[] actual, double tolerance, String what) {
        var digits = 1;
        for (var number : expected) {
            digits = Math.max(digits, number.decimalValue().stripTrailingZeros().precision());
        }
        assertEquals(expected.size(), actual.length, () -> what + ": length");
        for (var i = 0; i < actual.length; i++) {
            var place = i;
            var value = expected.get(i).doubleValue();
            var lastDigit = value == 0 ? 0 : Math.pow(10, Math.floor(Math.log10(Math.abs(value))) + 1 - digits);
            assertEquals(value, actual[i], tolerance + lastDigit / 2, () -> what + " at " + place);
        }
    }

    static void assertClose(double[] expected, double[] actual, double tolerance, String what) {
        assertEquals(expected.length, actual.length, () -> what + ": length");
        for (var i = 0; i < expected.length; i++) {
            var place = i;
            assertEquals(expected[i], actual[i], tolerance, () -> what + " at " + place);
        }
    }
}
