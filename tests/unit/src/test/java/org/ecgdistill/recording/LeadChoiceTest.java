package org.ecgdistill.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.LeadChoice.Fallback;
import org.ecgdistill.recording.LeadChoice.Found;
import org.ecgdistill.signal.Annotation;
import org.junit.jupiter.api.Test;

class LeadChoiceTest {

    private static final Recording RECORDING = new Recording() {
        @Override
        public String name() {
            return "r";
        }

        @Override
        public List<Channel> channels() {
            return Stream.of("V5", "MLII", "aVR")
                    .map(name -> new Channel(name, "mV", 360, 10))
                    .toList();
        }

        @Override
        public double rate() {
            return 360;
        }

        @Override
        public List<Signal> read(List<Integer> indices, TimeRange range, Progress progress) {
            return List.of();
        }

        @Override
        public List<Annotation> annotations() {
            return List.of();
        }
    };

    @Test
    void noNameMeansAll() {
        assertEquals(List.of(0, 1, 2), indices(LeadChoice.of(" , ", Fallback.FAIL)));
    }

    @Test
    void byNameInAnyCaseOrByNumber() {
        assertEquals(List.of(2, 1), indices(LeadChoice.of("AVR, mlii", Fallback.FAIL)));
        assertEquals(List.of(1, 0), indices(LeadChoice.of("2;v5", Fallback.FAIL)));
    }

    @Test
    void missingLeads() {
        var message = assertThrows(RecordingException.class, () -> indices(LeadChoice.of("II", Fallback.FAIL)))
                .getMessage();
        assertTrue(message.contains("\"II\"") && message.contains("V5, MLII, aVR"), message);
        assertThrows(RecordingException.class, () -> indices(LeadChoice.of("0", Fallback.FAIL)));
        assertThrows(RecordingException.class, () -> indices(LeadChoice.of("4", Fallback.FAIL)));
        assertEquals(List.of(1), indices(LeadChoice.of("II, MLII", Fallback.LEAVE_OUT)));
        assertEquals(
                List.of(new Found(0, "II", true), new Found(1, "MLII", false)),
                LeadChoice.of("II, MLII", Fallback.FIRST_OTHER).in(RECORDING));
        assertThrows(RecordingException.class, () -> indices(LeadChoice.of("A,B,C,D", Fallback.FIRST_OTHER)));
    }

    private static List<Integer> indices(LeadChoice choice) {
        return choice.in(RECORDING).stream().map(Found::index).toList();
    }
}
