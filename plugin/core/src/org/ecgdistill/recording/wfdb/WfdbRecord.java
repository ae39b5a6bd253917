package org.ecgdistill.recording.wfdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Channel;
import org.ecgdistill.recording.Checksum;
import org.ecgdistill.recording.Memory;
import org.ecgdistill.recording.Recording;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.Signal;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.signal.Annotation;

/** A record with a single header: its signals run through from beginning to end. */
final class WfdbRecord implements Recording {

    /** From this many samples on, the size of the file is checked before memory is taken for them. */
    private static final double WORTH_A_LOOK = 1 << 20;

    private final Path headerFile;
    private final Header header;
    private final WfdbOptions options;
    private final List<SignalFile> files;
    private final long frames;

    WfdbRecord(Path headerFile, Header header, WfdbOptions options) {
        this.headerFile = headerFile;
        this.header = header;
        this.options = options;
        this.files = SignalFile.of(headerFile, header, options);
        this.frames = header.frames() > 0 ? header.frames() : framesInFiles();
    }

    private long framesInFiles() {
        return files.stream().mapToLong(file -> file.source().frames()).min().orElse(0);
    }

    Header header() {
        return header;
    }

    /** Frames in the record: samples per signal, if each has one per frame. */
    long frames() {
        return frames;
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
        return header.signals().stream().map(this::channel).toList();
    }

    private Channel channel(HeaderSignal signal) {
        var factor = factor(signal, options);
        return new Channel(signal.description(), signal.scale().units(), header.rate() * factor, frames * factor);
    }

    /** Samples of this signal for each frame. */
    static int factor(HeaderSignal signal, WfdbOptions options) {
        return options.samplesPerFrame() == SamplesPerFrame.EXPANDED
                ? signal.storage().samplesPerFrame()
                : 1;
    }

    @Override
    public List<Annotation> annotations() {
        return Wfdb.annotations(headerFile, header, options);
    }

    @Override
    public List<Signal> read(List<Integer> indices, TimeRange range, Progress progress) {
        return readFrames(
                indices, range.firstSample(header.rate(), frames), range.endSample(header.rate(), frames), progress);
    }

    /** Samples in physical units, from one frame up to, but not including, another. */
    List<Signal> readFrames(List<Integer> indices, long from, long to, Progress progress) {
        var length = checked(indices, from, to);
        var whole = from == 0 && to == frames;
        var results = new ArrayList<Signal>();
        var gathers = new PhysicalGather[indices.size()];
        var slots = slotsByFile(indices);
        for (var number = 0; number < files.size(); number++) {
            if (!slots.get(number).isEmpty()) {
                var part = progress.part((double) number / files.size(), (number + 1.0) / files.size());
                gather(files.get(number), slots.get(number), indices, from, to, gathers, part);
            }
        }
        for (var slot = 0; slot < gathers.length; slot++) {
            int index = indices.get(slot);
            var signal = header.signals().get(index);
            var gather = gathers[slot];
            if (gather == null) {
                var nothing = new double[length * factor(signal, options)];
                Arrays.fill(nothing, Double.NaN);
                results.add(new Signal(channel(signal), nothing, Checksum.NOT_GIVEN));
            } else {
                var checksum = whole ? compare(index, signal, gather.checksum()) : Checksum.NOT_CHECKED;
                results.add(new Signal(channel(signal), gather.target(), checksum));
            }
        }
        return results;
    }

    private int checked(List<Integer> indices, long from, long to) {
        Memory.checkIndices(name(), indices, header.signals().size());
        if (from < 0 || to < from || to > frames) {
            throw new RecordingException("The record " + name() + " has " + frames
                    + " samples per signal, but those from " + from + " to " + to
                    + " were requested. Choose a range inside the record.");
        }
        var longest = 1;
        var sum = 0.0;
        for (var index : indices) {
            var factor = factor(header.signals().get(index), options);
            longest = Math.max(longest, factor);
            sum += (double) factor * (to - from);
        }
        return Memory.length(name(), (to - from) * longest, sum) / longest;
    }

    /** Which of the wanted signals lie in each file. */
    private List<List<Integer>> slotsByFile(List<Integer> indices) {
        var fileOf = new int[header.signals().size()];
        Arrays.fill(fileOf, -1);
        var slots = new ArrayList<List<Integer>>();
        for (var file : files) {
            Arrays.fill(
                    fileOf,
                    file.firstSignal(),
                    file.firstSignal() + file.signals().size(),
                    slots.size());
            slots.add(new ArrayList<>());
        }
        for (var slot = 0; slot < indices.size(); slot++) {
            var file = fileOf[indices.get(slot)];
            if (file >= 0) {
                slots.get(file).add(slot);
            }
        }
        return slots;
    }

    private void gather(
            SignalFile file,
            List<Integer> slots,
            List<Integer> indices,
            long from,
            long to,
            PhysicalGather[] gathers,
            Progress progress) {
        var source = file.source();
        var leastSkew = Integer.MAX_VALUE;
        var mostSkew = 0;
        for (var slot : slots) {
            var skew = header.signals().get(indices.get(slot)).storage().skew();
            leastSkew = Math.min(leastSkew, skew);
            mostSkew = Math.max(mostSkew, skew);
        }
        // The checksum also covers the frames that the skew leaves out.
        var low = from == 0 && to == frames ? 0 : from + leastSkew;
        var high = Math.min(frames, to + mostSkew);
        checkHolds(file, source, high, (double) (to - from) * slots.size());
        var positions = file.positions();
        var frameSize = file.frameSize();
        var sinks = new ArrayList<FrameSink>();
        var averaged = options.samplesPerFrame() == SamplesPerFrame.AVERAGED;
        for (var slot : slots) {
            var signal = header.signals().get(indices.get(slot));
            var position = positions[indices.get(slot) - file.firstSignal()];
            var placement = new Placement(
                    position,
                    frameSize,
                    signal.storage().samplesPerFrame(),
                    signal.storage().skew(),
                    from,
                    to);
            gathers[slot] = new PhysicalGather(
                    placement, source.missing(), averaged, signal.scale(), (int) (to - from) * factor(signal, options));
            sinks.add(gathers[slot]);
        }
        if (low >= high) {
            return;
        }
        source.read(low, high, (samples, at, first, count) -> {
            for (var sink : sinks) {
                sink.accept(samples, at, first, count);
            }
            progress.report((double) (first + count - low) / (high - low), "Reading " + header.name());
        });
    }

    /** Checks, before large arrays are made, whether the file is as large as its header states. */
    private static void checkHolds(SignalFile file, FrameSource source, long frames, double samples) {
        if (samples > WORTH_A_LOOK) {
            var most = source.mostFrames();
            if (most < frames) {
                throw file.tooShort(most, frames);
            }
        }
    }

    private Checksum compare(int index, HeaderSignal signal, int found) {
        if (header.frames() == 0 || signal.checksum().isEmpty()) {
            return Checksum.NOT_GIVEN;
        }
        // Some programs write the sum with a sign, some without.
        var stated = signal.checksum().getAsInt() & 0xFFFF;
        if (stated == found) {
            return Checksum.CORRECT;
        }
        return Checksum.wrong("The file " + signal.file() + ", signal " + (index + 1) + " (" + signal.description()
                + "): the samples add up to the checksum " + found + ", and " + stated
                + " was expected after the header "
                + headerFile.getFileName()
                + ". The file is damaged or belongs to another version of the record: get both again.");
    }
}
