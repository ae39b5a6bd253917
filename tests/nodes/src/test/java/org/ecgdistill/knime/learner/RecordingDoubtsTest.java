package org.ecgdistill.knime.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.model.InputFilter;
import org.ecgdistill.model.InputForm;
import org.ecgdistill.model.InputScaling;
import org.ecgdistill.signal.quality.FlatSignal;
import org.junit.jupiter.api.Test;

class RecordingDoubtsTest {

    private final RecordingDoubts doubts = new RecordingDoubts();

    private static Optional<InputForm> form(double rate, boolean resampled) {
        return Optional.of(
                new InputForm(List.of("I"), rate, 10, resampled, false, InputFilter.NONE, InputScaling.Z_SCORE));
    }

    @Test
    void whatIsLeftOutIsNamedWithItsReason() {
        for (var i = 0; i < 5; i++) {
            doubts.leaveOut("r" + i, "samples are infinite", 2);
        }
        assertEquals(
                List.of("10 rows are left out and get no prediction: \"r0\" (samples are infinite), \"r1\" (samples are"
                        + " infinite), \"r2\" (samples are infinite) and 2 more."),
                doubts.warnings(Optional.empty()));
    }

    @Test
    void aFlatSignalIsNamed() {
        assertTrue(FlatSignal.valueOf(2, 2, 2).isPresent());
        assertFalse(FlatSignal.valueOf(2, 2, 2.5).isPresent());
        assertFalse(FlatSignal.valueOf(2).isPresent(), "one sample is no line");
        doubts.addFlat("r");
        var warning = doubts.warnings(form(360, false)).get(0);
        assertTrue(warning.startsWith("In 1 recording a signal has the same value from the first"), warning);
        assertTrue(warning.contains(": \"r\"."), warning);
    }

    @Test
    void recordingsWithoutARateAreTakenAtTheModelsRateAndToldOf() {
        doubts.addRate("r", Double.NaN);
        doubts.addRate("s", 360);
        var warning = doubts.warnings(form(360, false)).get(0);
        assertTrue(
                warning.contains("1 recording has no sampling rate: \"r\". They are assumed to have 360 Hz."), warning);
        assertEquals(List.of(), doubts.warnings(form(0, false).filter(one -> false)));
    }

    @Test
    void severalRatesAreFineWhereAllAreBroughtToOne() {
        doubts.addRate("r", 360);
        doubts.addRate("s", 500);
        assertEquals(List.of(), doubts.warnings(form(250, true)));
        assertEquals(Optional.of("360 Hz and 500 Hz"), doubts.severalRates());
        var warning = doubts.warnings(form(0, false)).get(0);
        assertTrue(warning.startsWith("The recordings have different sampling rates, 360 Hz and 500 Hz"), warning);
    }
}
