package org.ecgdistill.recording.edf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Budget;
import org.ecgdistill.recording.Channel;
import org.ecgdistill.recording.Checksum;
import org.ecgdistill.recording.Memory;
import org.ecgdistill.recording.PlainFile;
import org.ecgdistill.recording.Recording;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.Signal;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.signal.AamiClass;
import org.ecgdistill.signal.Annotation;

/** A recording in EDF or EDF+. Where an EDF+D file is interrupted, samples are missing. */
public final class EdfFile implements Recording {

    /** A remark, in the symbols of WFDB. */
    private static final String NOTE = "\"";

    private final Path file;
    private final EdfHeader header;

    /** The numbers of the signals that are not annotations. */
    private final int[] signals;

    /** Where each signal begins in a data record, in samples. */
    private final int[] positions;

    private final int recordBytes;
    private final EdfTimes times;

    private EdfFile(Path file, EdfHeader header) {
        this.file = file;
        this.header = header;
        this.signals = IntStream.range(0, header.signals().size())
                .filter(i -> !header.signals().get(i).isAnnotations())
                .toArray();
        this.positions = header.positions();
        this.recordBytes = positions[positions.length - 1] * EdfHeader.BYTES_PER_SAMPLE;
        var records = header.records() >= 0 ? header.records() : recordsIn(size());
        this.times = header.isInterrupted() && annotationSignal() >= 0
                ? EdfTimes.interrupted(file, header, onsets(records))
                : EdfTimes.continuous(header, records);
    }

    public static EdfFile open(Path file) {
        return new EdfFile(file, EdfHeaderParser.read(file));
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException ex) {
            throw RecordingException.unreadable(file, ex);
        }
    }

    private long recordsIn(long bytes) {
        return recordBytes == 0 ? 0 : Math.max(0, bytes - header.headerBytes()) / recordBytes;
    }

    private int annotationSignal() {
        return IntStream.range(0, header.signals().size())
                .filter(i -> header.signals().get(i).isAnnotations())
                .findFirst()
                .orElse(-1);
    }

    @Override
    public String name() {
        return PlainFile.nameWithoutEnding(file);
    }

    @Override
    public List<Channel> channels() {
        return Arrays.stream(signals)
                .mapToObj(header.signals()::get)
                .map(signal -> new Channel(
                        signal.lead(), signal.units(), header.rate(signal), times.samples(signal.samplesPerRecord())))
                .toList();
    }

    @Override
    public double rate() {
        return Arrays.stream(signals)
                .mapToDouble(i -> header.rate(header.signals().get(i)))
                .max()
                .orElse(1);
    }

    @Override
    public List<Signal> read(List<Integer> indices, TimeRange range, Progress progress) {
        Memory.checkIndices(name(), indices, signals.length);
        var channels = channels();
        var gathers = new ArrayList<EdfGather>();
        var needed = 0.0;
        for (var index : indices) {
            needed += length(channels.get(index), range);
        }
        var from = times.recordAt(range.from());
        var to = Math.min(times.records(), times.recordAt(range.to()) + 1);
        // The file must hold that many data records: a wrong number is noticed before arrays are made for it.
        checkHolds(size(), to);
        for (var index : indices) {
            var channel = channels.get(index);
            var signal = header.signals().get(signals[index]);
            if (!signal.isCalibrated()) {
                throw new RecordingException("The EDF file " + file + ", signal " + (signals[index] + 1) + " ("
                        + signal.label() + "): found digital limits " + signal.digitalLeast() + " to "
                        + signal.digitalMost() + " and physical limits " + signal.physicalLeast() + " to "
                        + signal.physicalMost()
                        + ", expected a range in both. The size of a step is not known: leave this signal out.");
            }
            gathers.add(new EdfGather(
                    signal,
                    positions[signals[index]],
                    range.firstSample(channel.rate(), channel.samples()),
                    Memory.length(name(), length(channel, range), needed),
                    times.hasGaps()));
        }
        forRecords(from, to, progress, (record, bytes, at) -> {
            for (var gather : gathers) {
                gather.accept(bytes, at, times.firstSample(record, gather.samplesPerRecord()));
            }
        });
        return IntStream.range(0, indices.size())
                .mapToObj(slot -> new Signal(
                        channels.get(indices.get(slot)), gathers.get(slot).target(), Checksum.NOT_GIVEN))
                .toList();
    }

    private static long length(Channel channel, TimeRange range) {
        return range.endSample(channel.rate(), channel.samples())
                - range.firstSample(channel.rate(), channel.samples());
    }

    /** The texts of an EDF+ file; a text that is a beat's symbol marks that beat, any other is a remark. */
    @Override
    public List<Annotation> annotations() {
        var annotations = new ArrayList<Annotation>();
        var budget = new Budget("The EDF file " + file);
        var origin = new double[] {Double.NaN};
        for (var i = 0; i < header.signals().size(); i++) {
            if (header.signals().get(i).isAnnotations()) {
                forAnnotations(i, times.records(), (record, entries) -> {
                    if (Double.isNaN(origin[0])) {
                        origin[0] = entries.isEmpty() ? 0 : entries.get(0).onset();
                    }
                    for (var entry : entries) {
                        if (!entry.text().isEmpty()) {
                            budget.take(Memory.ANNOTATION_BYTES + entry.text().length());
                            annotations.add(annotation(entry, origin[0]));
                        }
                    }
                });
            }
        }
        return annotations;
    }

    private Annotation annotation(TimestampedList.Entry entry, double origin) {
        var sample = Math.round((entry.onset() - origin) * rate());
        return AamiClass.of(entry.text()).isPresent()
                ? Annotation.beat(sample, entry.text())
                : new Annotation(sample, NOTE, 0, 0, 0, entry.text());
    }

    private double[] onsets(long records) {
        // A wrong number of data records is noticed before an array is made for it.
        checkHolds(size(), records);
        var onsets = new double[Memory.length(name(), records, records)];
        forAnnotations(annotationSignal(), records, (record, entries) -> {
            if (entries.isEmpty()) {
                throw new RecordingException("The EDF+ file " + file + ", data record " + (record + 1)
                        + ": found no start time, expected one since the recording is interrupted (EDF+D)."
                        + " Export the file again.");
            }
            onsets[(int) record] = entries.get(0).onset();
        });
        return onsets;
    }

    /** Takes the entries of one data record. */
    private interface EntrySink {
        void accept(long record, List<TimestampedList.Entry> entries);
    }

    private void forAnnotations(int signal, long records, EntrySink sink) {
        var position = positions[signal] * EdfHeader.BYTES_PER_SAMPLE;
        var length = header.signals().get(signal).samplesPerRecord() * EdfHeader.BYTES_PER_SAMPLE;
        try (var channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            checkHolds(channel.size(), records);
            var bytes = new byte[records == 0 ? 0 : length];
            for (var record = 0L; record < records; record++) {
                fill(channel, header.headerBytes() + record * recordBytes + position, bytes, length);
                sink.accept(record, TimestampedList.parse(file, bytes, 0, length));
            }
        } catch (IOException ex) {
            throw RecordingException.unreadable(file, ex);
        }
    }

    /** Takes the bytes of one data record. */
    private interface RecordSink {
        void accept(long record, byte[] bytes, int at);
    }

    private void forRecords(long from, long to, Progress progress, RecordSink sink) {
        if (to <= from) {
            return;
        }
        var size = recordBytes;
        try (var channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            var most = (int) Math.max(1, Math.min(to - from, 65536 / Math.max(1, size)));
            var bytes = new byte[most * size];
            for (var first = from; first < to; first += most) {
                var count = (int) Math.min(most, to - first);
                fill(channel, header.headerBytes() + first * size, bytes, count * size);
                for (var i = 0; i < count; i++) {
                    sink.accept(first + i, bytes, i * size);
                }
                progress.report((double) (first + count - from) / (to - from), "Reading " + name());
            }
        } catch (IOException ex) {
            throw RecordingException.unreadable(file, ex);
        }
    }

    private void fill(SeekableByteChannel channel, long position, byte[] bytes, int count) throws IOException {
        var buffer = ByteBuffer.wrap(bytes, 0, count);
        channel.position(position);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw tooShort(recordsIn(channel.size()), recordsIn(position + count));
            }
        }
    }

    private void checkHolds(long bytes, long records) {
        var held = recordsIn(bytes);
        if (held < records) {
            throw tooShort(held, records);
        }
    }

    private RecordingException tooShort(long held, long records) {
        return new RecordingException("The EDF file " + file + " ends too early: found " + held
                + " whole data records, expected " + records
                + ". The file was cut short: get it again, or read only what is there.");
    }
}
