package org.ecgdistill.recording.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Channel;
import org.ecgdistill.recording.Checksum;
import org.ecgdistill.recording.LeadChoice;
import org.ecgdistill.recording.Recording;
import org.ecgdistill.recording.Signal;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.signal.Annotation;
import org.ecgdistill.signal.resample.Resampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the status of a record says of its samples. */
class RemarksTest {

    @TempDir
    Path folder;

    private List<RecordStatus> statuses(SourceKind kind) {
        var statuses = new ArrayList<RecordStatus>();
        var settings =
                new ReadSettings(LeadChoice.ALL, TimeRange.ALL, OptionalDouble.empty(), Resampling.LINEAR, true, true);
        new BatchReader(settings)
                .read(
                        Sources.open(folder, kind, SourceOptions.DEFAULT, Progress.NONE),
                        record -> {},
                        statuses::add,
                        Progress.NONE);
        return statuses;
    }

    @Test
    void aConstantLeadIsToldOf() throws IOException {
        Files.writeString(folder.resolve("off.csv"), "I,II,III\n1,0.25,NaN\n2,NaN,NaN\n3,0.25,NaN\n");
        Files.writeString(folder.resolve("on.csv"), "I,II\n1,0\n2,0\n3,1\n");
        Files.writeString(folder.resolve("one.csv"), "I,II\n1,0\n");
        var statuses = statuses(SourceKind.CSV);
        assertEquals("off", statuses.get(0).record());
        assertTrue(statuses.get(0).isRead());
        assertEquals(
                "The lead II is constant: each of its samples is 0.25. An electrode was off, or the file is damaged:"
                        + " leave the lead out.",
                statuses.get(0).message());
        assertEquals("", statuses.get(1).message());
        assertEquals("", statuses.get(2).message(), "one sample is not constant");
    }

    @Test
    void infiniteSamplesAreToldOf() throws IOException {
        Files.writeString(folder.resolve("rec.hea"), "rec 1 250 3\nrec.dat 16 1e-320/mV 16 0 0 0 0 V1\n");
        Files.write(folder.resolve("rec.dat"), new byte[] {1, 0, 0, 0, 2, 0});
        var status = statuses(SourceKind.WFDB).get(0);
        assertTrue(status.isRead());
        assertTrue(status.message().contains("V1 has infinite samples: found 2 in 3"), status.message());
    }

    @Test
    void aThousandRemarksAreCut() throws IOException {
        var header = new StringBuilder("rec 1000 250 2\n");
        for (var i = 0; i < 1000; i++) {
            header.append("rec.dat 16 200 16 0 0 0 0 lead ").append(i).append('\n');
        }
        Files.writeString(folder.resolve("rec.hea"), header.toString());
        Files.write(folder.resolve("rec.dat"), new byte[4000]);
        var message = statuses(SourceKind.WFDB).get(0).message();
        assertTrue(message.length() < 2000 && message.endsWith("And 992 more such remarks."), message);
    }

    /** Each list of the channels is as long as the recording has leads. */
    @Test
    void theLeadsOfARecordAreListedOnceAndNotForEachLead() {
        var asked = new AtomicInteger();
        var recording = new Recording() {
            @Override
            public String name() {
                return "wide";
            }

            @Override
            public List<Channel> channels() {
                asked.incrementAndGet();
                var channels = new ArrayList<Channel>();
                for (var i = 0; i < 500; i++) {
                    channels.add(new Channel("lead " + i, "mV", 250, 2));
                }
                return channels;
            }

            @Override
            public double rate() {
                return 250;
            }

            @Override
            public List<Signal> read(List<Integer> indices, TimeRange range, Progress progress) {
                return channels().stream()
                        .map(channel -> new Signal(channel, new double[] {1, 2}, Checksum.NOT_GIVEN))
                        .toList();
            }

            @Override
            public List<Annotation> annotations() {
                return List.of();
            }
        };
        var dataSet = new DataSet(
                SourceKind.WFDB, List.of(DataSetEntry.plain("wide", "wide", "wide", () -> recording)), List.of());
        var read = new ArrayList<ReadRecord>();
        new BatchReader(ReadSettings.DEFAULT).read(dataSet, read::add, status -> {}, Progress.NONE);
        assertEquals(500, read.get(0).leads().size());
        assertTrue(asked.get() < 10, "the channels were listed " + asked + " times");
    }
}
