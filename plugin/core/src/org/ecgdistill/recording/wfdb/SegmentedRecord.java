package org.ecgdistill.recording.wfdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecgdistill.common.Progress;
import org.ecgdistill.common.Words;
import org.ecgdistill.recording.Channel;
import org.ecgdistill.recording.Checksum;
import org.ecgdistill.recording.InsideFolder;
import org.ecgdistill.recording.Limits;
import org.ecgdistill.recording.Memory;
import org.ecgdistill.recording.PlainFile;
import org.ecgdistill.recording.Recording;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.Signal;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.signal.Annotation;

/**
 * A record made of others, one after the other. With a <i>fixed</i> layout all segments have the same signals; with a
 * <i>variable</i> one the first segment only lists the signals there may be, and each segment's signals are found by name.
 * Where a segment lacks a signal, and in gaps, samples are missing.
 *
 * <p>Every segment is brought to physical units by its own gain and baseline, not by those of the layout: they are what
 * the recorder was set to at that time.
 */
final class SegmentedRecord implements Recording {

    private final Path headerFile;
    private final Header header;
    private final WfdbOptions options;
    private final List<HeaderSignal> signals;
    private final boolean variable;
    private final long[] starts;

    private SegmentedRecord(
            Path headerFile, Header header, WfdbOptions options, List<HeaderSignal> signals, boolean variable) {
        this.headerFile = headerFile;
        this.header = header;
        this.options = options;
        this.signals = signals;
        this.variable = variable;
        this.starts = new long[header.segments().size() + 1];
        for (var i = 0; i < header.segments().size(); i++) {
            starts[i + 1] = starts[i] + header.segments().get(i).frames();
        }
    }

    static SegmentedRecord open(Path headerFile, Header header, WfdbOptions options) {
        var first = header.segments().get(0);
        var variable = first.frames() == 0 && !first.isGap();
        var described = header.segments().stream()
                .filter(segment -> !segment.isGap())
                .findFirst()
                .orElseThrow(() -> new RecordingException("The header " + headerFile
                        + " consists of gaps only: found no segment with signals. Get the record again."));
        var signals = segmentHeader(headerFile, described, options).signals();
        var record = new SegmentedRecord(headerFile, header, options, signals, variable);
        if (header.frames() > 0 && header.frames() != record.frames()) {
            throw new RecordingException("The header " + headerFile + " states " + header.frames()
                    + " samples per signal, but its segments have " + record.frames()
                    + " together. Correct the header or get the record again.");
        }
        if (record.frames() > Limits.FRAMES) {
            throw new RecordingException("The segments of the header " + headerFile + " have " + record.frames()
                    + " samples per signal together, but at most " + Limits.FRAMES
                    + " can be read. Correct the header or get the record again.");
        }
        return record;
    }

    private static Header segmentHeader(Path headerFile, HeaderSegment segment, WfdbOptions options) {
        var file = Wfdb.headerFile(InsideFolder.find(headerFile, segment.name()));
        PlainFile.isThere(headerFile, file, options.folder());
        var header = Wfdb.readHeader(file);
        if (!header.segments().isEmpty()) {
            throw new RecordingException("The header " + headerFile + " names the segment " + segment.name()
                    + ", which consists of segments itself. A segment has to be a single record: correct the header.");
        }
        return header;
    }

    private long frames() {
        return starts[starts.length - 1];
    }

    @Override
    public String name() {
        return header.name();
    }

    @Override
    public double rate() {
        return header.rate();
    }

    @Override
    public List<Channel> channels() {
        return signals.stream()
                .map(signal -> {
                    var factor = WfdbRecord.factor(signal, options);
                    return new Channel(
                            signal.description(), signal.scale().units(), header.rate() * factor, frames() * factor);
                })
                .toList();
    }

    @Override
    public List<Annotation> annotations() {
        return Wfdb.annotations(headerFile, header, options);
    }

    @Override
    public List<Signal> read(List<Integer> indices, TimeRange range, Progress progress) {
        Memory.checkIndices(name(), indices, signals.size());
        var from = range.firstSample(header.rate(), frames());
        var to = range.endSample(header.rate(), frames());
        var targets = targets(indices, from, to);
        var checksums = new Checksum[indices.size()];
        for (var i = 0; i < header.segments().size(); i++) {
            var segment = header.segments().get(i);
            var first = Math.max(from, starts[i]);
            var end = Math.min(to, starts[i + 1]);
            if (first < end && !segment.isGap()) {
                var part = progress.part((double) (first - from) / (to - from), (double) (end - from) / (to - from));
                readSegment(i, indices, first, end, from, targets, checksums, part);
            }
        }
        var channels = channels();
        var results = new ArrayList<Signal>();
        for (var slot = 0; slot < targets.length; slot++) {
            var checksum = checksums[slot] == null ? Checksum.NOT_GIVEN : checksums[slot];
            results.add(new Signal(channels.get(indices.get(slot)), targets[slot], checksum));
        }
        return results;
    }

    private double[][] targets(List<Integer> indices, long from, long to) {
        // A segment is read into arrays of its own before it is put to its place.
        var frames = to - from;
        var longest = 0L;
        for (var i = 0; i < header.segments().size(); i++) {
            if (!header.segments().get(i).isGap()) {
                longest = Math.max(longest, Math.min(to, starts[i + 1]) - Math.max(from, starts[i]));
            }
        }
        var needed = 0.0;
        for (var index : indices) {
            needed += (double) WfdbRecord.factor(signals.get(index), options) * (frames + longest);
        }
        var targets = new double[indices.size()][];
        for (var slot = 0; slot < targets.length; slot++) {
            var length = frames * WfdbRecord.factor(signals.get(indices.get(slot)), options);
            targets[slot] = new double[Memory.length(name(), length, needed)];
            Arrays.fill(targets[slot], Double.NaN);
        }
        return targets;
    }

    private void readSegment(
            int number,
            List<Integer> indices,
            long first,
            long end,
            long from,
            double[][] targets,
            Checksum[] checksums,
            Progress progress) {
        var segment = header.segments().get(number);
        var record = openSegment(segment);
        var slots = new ArrayList<Integer>();
        var inSegment = new ArrayList<Integer>();
        var names = variable ? namesIn(record) : Map.<String, Integer>of();
        for (var slot = 0; slot < targets.length; slot++) {
            var index = indexIn(record, names, segment, indices.get(slot));
            if (index >= 0) {
                slots.add(slot);
                inSegment.add(index);
            }
        }
        var read = record.readFrames(inSegment, first - starts[number], end - starts[number], progress);
        for (var i = 0; i < read.size(); i++) {
            int slot = slots.get(i);
            var factor = WfdbRecord.factor(signals.get(indices.get(slot)), options);
            var samples = read.get(i).samples();
            System.arraycopy(samples, 0, targets[slot], (int) (first - from) * factor, samples.length);
            checksums[slot] = worse(checksums[slot], read.get(i).checksum());
        }
    }

    /** A wrong checksum in any segment outweighs all others, then one that is not known. */
    private static Checksum worse(Checksum first, Checksum other) {
        if (first == null || first.state() == Checksum.State.CORRECT) {
            return other;
        }
        return first.state() != Checksum.State.WRONG && other.state() == Checksum.State.WRONG ? other : first;
    }

    private WfdbRecord openSegment(HeaderSegment segment) {
        var part = segmentHeader(headerFile, segment, options);
        if (part.rate() != header.rate()) {
            throw differs(
                    segment,
                    "a sampling rate of " + Words.number(part.rate()) + " Hz",
                    Words.number(header.rate()) + " Hz");
        }
        if (!variable && part.signals().size() != signals.size()) {
            throw differs(segment, part.signals().size() + " signals", signals.size() + " as in the first segment");
        }
        var path = Wfdb.headerFile(InsideFolder.find(headerFile, segment.name()));
        var record = new WfdbRecord(path, part, options);
        if (record.frames() < segment.frames()) {
            throw differs(segment, record.frames() + " samples per signal", String.valueOf(segment.frames()));
        }
        return record;
    }

    /** The first signal of each name. */
    private static Map<String, Integer> namesIn(WfdbRecord record) {
        var names = new HashMap<String, Integer>();
        var signals = record.header().signals();
        for (var i = 0; i < signals.size(); i++) {
            names.putIfAbsent(signals.get(i).description(), i);
        }
        return names;
    }

    /** Where a signal of the whole record lies in a segment; -1 if the segment lacks it. */
    private int indexIn(WfdbRecord record, Map<String, Integer> names, HeaderSegment segment, int index) {
        var wanted = signals.get(index);
        var found = variable ? names.getOrDefault(wanted.description(), -1) : index;
        if (found < 0) {
            return found;
        }
        var signal = record.header().signals().get(found);
        var units = signal.scale().units();
        if (!units.equals(wanted.scale().units())) {
            throw differs(
                    segment,
                    wanted.description() + " in " + units,
                    wanted.scale().units());
        }
        if (WfdbRecord.factor(signal, options) != WfdbRecord.factor(wanted, options)) {
            throw differs(
                    segment,
                    signal.storage().samplesPerFrame() + " samples per frame in " + wanted.description(),
                    String.valueOf(wanted.storage().samplesPerFrame()));
        }
        return found;
    }

    private RecordingException differs(HeaderSegment segment, String found, String expected) {
        return new RecordingException("The segment " + segment.name() + " of the record " + headerFile + " has " + found
                + ", and " + expected + " was expected. The headers contradict each other: get the record again.");
    }
}
