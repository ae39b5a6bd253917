package org.ecgdistill.recording.wfdb;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every record of the databases at hand agrees with its own header. */
@Tag("data")
class DatabaseRecordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"mitdb", "nstdb", "ptbxl/records100", "ptbxl/records500"})
    void checksumsAndInitialValues(String database) throws IOException {
        var records = 0;
        try (var files = Files.walk(Shared.data("").resolve(database))) {
            for (var header :
                    (Iterable<Path>) files.filter(file -> file.toString().endsWith(".hea"))::iterator) {
                RecordChecks.initialValuesAreRight(RecordChecks.checksumsAreRight(header));
                records++;
            }
        }
        assertTrue(records >= 4, database + " has " + records + " records");
    }
}
