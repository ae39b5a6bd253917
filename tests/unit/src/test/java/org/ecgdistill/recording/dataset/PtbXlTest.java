package org.ecgdistill.recording.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.LeadChoice;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.dataset.PtbXlOptions.Rule;
import org.ecgdistill.recording.dataset.PtbXlOptions.Treatment;
import org.ecgdistill.recording.wfdb.WfdbOptions;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PtbXlTest {

    private static final String STATEMENTS = """
            ,description,diagnostic,form,diagnostic_class
            NORM,normal,1.0,,NORM
            IMI,inferior infarction,1.0,,MI
            LVH,hypertrophy,1.0,,HYP
            SR,sinus rhythm,,,
            """;

    @TempDir
    Path folder;

    /** Counted with Python's csv and ast modules over the first hundred records. */
    @Test
    @Tag("data")
    void labelsOfTheFirstHundredRecords() {
        assertEquals(Map.of("normal", 76L, "abnormal", 19L), labels(PtbXlOptions.DEFAULT));
        assertEquals(
                Map.of("normal", 76L, "abnormal", 19L, "", 5L),
                labels(options(Rule.NORMAL_OR_ABNORMAL, Treatment.LEAVE_OUT, Treatment.WITHOUT_LABEL, 0)));
        assertEquals(
                Map.of("normal", 76L, "abnormal", 17L, "", 7L),
                labels(options(Rule.NORMAL_OR_ABNORMAL, Treatment.LEAVE_OUT, Treatment.WITHOUT_LABEL, 50)));
        assertEquals(
                Map.of(
                        "NORM", 76L, "STTC", 5L, "CD", 5L, "MI", 2L, "HYP", 2L, "MI;CD", 2L, "MI;STTC", 1L, "CD;HYP",
                        1L, "STTC;CD", 1L),
                labels(options(Rule.SUPERCLASSES, Treatment.LEAVE_OUT, Treatment.LEAVE_OUT, 0)));
    }

    @Test
    @Tag("data")
    void foldsSubjectsAndSignals() {
        assertEquals(
                SourceKind.PTB_XL,
                Sources.open(Shared.data("ptbxl"), SourceOptions.DEFAULT, Progress.NONE)
                        .kind());
        for (var rate : new int[] {100, 500}) {
            var options =
                    new PtbXlOptions(rate, Rule.NORMAL_OR_ABNORMAL, Treatment.LEAVE_OUT, Treatment.WITHOUT_LABEL, 0);
            var entries = PtbXl.entries(Shared.data("ptbxl"), options, WfdbOptions.DEFAULT, new ArrayList<>());
            assertEquals(100, entries.size());
            var first = entries.get(0);
            assertEquals(rate == 100 ? "00001_lr" : "00001_hr", first.name());
            assertEquals("15709", first.subject());
            assertEquals(OptionalInt.of(2), first.fold());
            assertEquals(OptionalDouble.of(56), first.age());
            assertEquals(Optional.of("female"), first.sex());
            var recording = first.open();
            assertEquals(rate, recording.channels().get(0).rate());
            assertEquals(10L * rate, recording.channels().get(0).samples());
            var aVr =
                    LeadChoice.of("aVR", LeadChoice.Fallback.FAIL).in(recording).get(0);
            assertEquals("AVR", recording.channels().get(aVr.index()).name());
        }
    }

    @Test
    void mixedAndUnlabelledRecords() throws IOException {
        tables(
                "1,7.0,300.0,0,\"a, b\",\"{'NORM': 100.0, 'IMI': 15.0}\",4,a/1,b/1",
                "2,8.0,,1,x,\"{'SR': 0.0}\",,a/2,b/2",
                "3,8.0,5,2,x,{},10,a/3,b/3",
                "4,9,1,0,x,\"{'LVH': 0.0, 'IMI': 80.0}\",1,a/4,b/4");
        assertEquals(List.of("4:abnormal"), read(PtbXlOptions.DEFAULT));
        assertEquals(
                List.of("1:abnormal", "2:normal", "3:normal", "4:abnormal"),
                read(options(Rule.NORMAL_OR_ABNORMAL, Treatment.ABNORMAL, Treatment.NORMAL, 0)));
        assertEquals(
                List.of("1:normal", "4:abnormal"),
                read(options(Rule.NORMAL_OR_ABNORMAL, Treatment.NORMAL, Treatment.LEAVE_OUT, 0)));
        assertEquals(
                List.of("1:normal", "4:abnormal"),
                read(options(Rule.NORMAL_OR_ABNORMAL, Treatment.LEAVE_OUT, Treatment.LEAVE_OUT, 20)),
                "the infarction of record 1 is not likely enough");
        assertEquals(
                List.of("1:NORM;MI", "2:", "3:", "4:MI;HYP"),
                read(options(Rule.SUPERCLASSES, Treatment.LEAVE_OUT, Treatment.WITHOUT_LABEL, 0)));
        var entries = PtbXl.entries(
                folder,
                options(Rule.SUPERCLASSES, Treatment.LEAVE_OUT, Treatment.WITHOUT_LABEL, 0),
                WfdbOptions.DEFAULT,
                new ArrayList<>());
        assertEquals(OptionalDouble.of(90), entries.get(0).age(), "ages above 89 are hidden");
        assertEquals(OptionalDouble.empty(), entries.get(1).age());
        assertEquals(OptionalInt.empty(), entries.get(1).fold());
        assertEquals(OptionalInt.of(9), entries.get(2).fold());
        assertEquals(Optional.empty(), entries.get(2).sex());
    }

    @Test
    void foldsThatAreNoneOfTheTenAreNamedAndLeftOut() throws IOException {
        for (var fold : List.of("3.7", "0", "11", "-1", "1e9")) {
            tables("17,7.0,50,0,x,{'NORM': 1.0}," + fold + ",a/1,b/1", "18,8.0,50,0,x,{'NORM': 1.0},3,a/1,b/1");
            var remarks = new ArrayList<String>();
            var entries = PtbXl.entries(
                    folder,
                    options(Rule.SUPERCLASSES, Treatment.LEAVE_OUT, Treatment.WITHOUT_LABEL, 0),
                    WfdbOptions.DEFAULT,
                    remarks);
            assertEquals(OptionalInt.empty(), entries.get(0).fold(), fold);
            assertEquals(OptionalInt.of(2), entries.get(1).fold());
            assertEquals(1, remarks.size());
            assertTrue(remarks.get(0).contains("strat_fold") && remarks.get(0).contains(" 17:"), remarks.get(0));
        }
    }

    @Test
    void wrongTablesAreNamed() throws IOException {
        tables("1,7.0,50,0,x,NORM,4,a/1,b/1");
        says("record 1", "scp_codes", "NORM");
        tables("1,7.0,fifty,0,x,{'NORM': 1.0},4,a/1,b/1");
        says("record 1", "age", "fifty");
        tables("17,7.0,50,0,x,{'NORM': 1.0},three,a/1,b/1");
        says("record 17", "strat_fold", "\"three\"");
        tables("1,7.0,50,0,x,{'NORM': 1.0},4,a/1,../../b/1");
        says("ptbxl_database.csv", "../../b/1", "not in the same folder");
        assertThrows(
                RecordingException.class,
                () -> new PtbXlOptions(250, Rule.SUPERCLASSES, Treatment.LEAVE_OUT, Treatment.LEAVE_OUT, 0));
    }

    @Test
    void statementsAsPythonWritesThem() {
        assertEquals(Optional.of(Map.of()), ScpStatements.parse(" { } "));
        assertEquals(
                Optional.of(Map.of("NORM", 100.0, "SR", 0.5)), ScpStatements.parse("{ 'NORM' :100.0 ,'SR':+5e-1, }"));
        for (var wrong : List.of(
                "",
                "{",
                "}",
                "{'NORM'}",
                "{'NORM': }",
                "{'NORM': 1",
                "{'NORM: 1}",
                "{'A': 1 'B': 2}",
                "{'A': 1}}",
                "{,}",
                "{'A': 1,,}",
                "{'A': 1e}",
                "{'A': nan}",
                "['A']")) {
            assertEquals(Optional.empty(), ScpStatements.parse(wrong), wrong);
        }
    }

    /** Of a row of blanks a regular expression may try each way to divide it in three. */
    @Test
    void statementsAreReadInOnePass() {
        for (var text : List.of(
                "{" + " ".repeat(20_000) + "x",
                "{'A': 1" + " ".repeat(20_000) + "x",
                "{'A': 1, ".repeat(5_000),
                "'".repeat(50_000))) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> assertEquals(Optional.empty(), ScpStatements.parse(text)));
        }
        var endless = "{'A': 1" + ", 'A': 1".repeat(200_000) + "}";
        assertEquals(Optional.empty(), ScpStatements.parse(endless), "no record has so many statements");
    }

    @Test
    void aTableThatTakesForEverIsRefused() throws IOException {
        tables("17,7.0,50,0,x,{" + " ".repeat(20_000) + "x,4,a/1,b/1");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> says("record 17", "scp_codes", "Get the table again."));
    }

    private void says(String... parts) {
        var message = assertThrows(RecordingException.class, () -> read(PtbXlOptions.DEFAULT))
                .getMessage();
        for (var part : parts) {
            assertTrue(message.contains(part), message + " lacks: " + part);
        }
    }

    private void tables(String... rows) throws IOException {
        Files.writeString(folder.resolve("scp_statements.csv"), STATEMENTS);
        Files.writeString(
                folder.resolve("ptbxl_database.csv"),
                "ecg_id,patient_id,age,sex,report,scp_codes,strat_fold,filename_lr,filename_hr\n"
                        + String.join("\n", rows));
    }

    private List<String> read(PtbXlOptions options) {
        return PtbXl.entries(folder, options, WfdbOptions.DEFAULT, new ArrayList<>()).stream()
                .map(entry -> entry.name() + ":" + entry.label().orElse(""))
                .toList();
    }

    private static Map<String, Long> labels(PtbXlOptions options) {
        return PtbXl.entries(Shared.data("ptbxl"), options, WfdbOptions.DEFAULT, new ArrayList<>()).stream()
                .map(entry -> entry.label().orElse(""))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static PtbXlOptions options(Rule rule, Treatment mixed, Treatment unlabelled, double likelihood) {
        return new PtbXlOptions(500, rule, mixed, unlabelled, likelihood);
    }
}
