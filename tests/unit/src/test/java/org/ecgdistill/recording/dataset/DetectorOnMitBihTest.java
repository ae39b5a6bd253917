package org.ecgdistill.recording.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.LeadChoice;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.signal.beats.RPeakDetector;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The R-peak detector against the annotations of the MIT-BIH Arrhythmia Database; prints the table of the records. */
@Tag("data")
class DetectorOnMitBihTest {

    private static final LeadChoice MLII = LeadChoice.of("MLII", LeadChoice.Fallback.FIRST_OTHER);

    @Test
    void findsBeatsOfTheFirstHalf() {
        var dataSet = Sources.open(Shared.data("mitdb"), SourceKind.MIT_BIH, SourceOptions.DEFAULT, Progress.NONE);
        var total = new BeatComparison(0, 0, 0);
        var records = 0;
        System.out.println("| record | lead | beats | missed | extra | sensitivity | positive predictivity |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var entry : dataSet.entries()) {
            var recording = entry.open();
            var lead = MLII.in(recording).get(0).index();
            var signal =
                    recording.read(List.of(lead), TimeRange.ALL, Progress.NONE).get(0);
            var found = new RPeakDetector(recording.rate()).detect(signal.samples(), Progress.NONE);
            var comparison =
                    BeatComparison.of(found, recording.annotations(), recording.rate(), signal.samples().length);
            print(entry.name(), signal.channel().name(), comparison);
            if (MitBih.DS1.contains(entry.name())) {
                total = total.plus(comparison);
                records++;
            }
        }
        print("DS1", "", total);
        assertEquals(MitBih.DS1.size(), records);
        assertTrue(total.sensitivity() > 99.5, "sensitivity " + total.sensitivity());
        assertTrue(total.positivePredictivity() > 99.5, "positive predictivity " + total.positivePredictivity());
    }

    private static void print(String record, String lead, BeatComparison comparison) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %.2f %% | %.2f %% |%n",
                record,
                lead,
                comparison.matched() + comparison.missed(),
                comparison.missed(),
                comparison.extra(),
                comparison.sensitivity(),
                comparison.positivePredictivity());
    }
}
