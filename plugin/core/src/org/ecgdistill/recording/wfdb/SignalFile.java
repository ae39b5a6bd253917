package org.ecgdistill.recording.wfdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.ecgdistill.recording.InsideFolder;
import org.ecgdistill.recording.Limits;
import org.ecgdistill.recording.PlainFile;
import org.ecgdistill.recording.RecordingException;

/**
 * The signals of a record that share a file.
 *
 * @param firstSignal the number of the first of them in the record
 */
record SignalFile(String header, Path path, int firstSignal, List<HeaderSignal> signals) {

    /** The format number of a signal that has no samples. */
    private static final int NULL_SIGNAL = 0;

    /** The files of a record, in the order of its signals. */
    static List<SignalFile> of(Path headerFile, Header header, WfdbOptions options) {
        var signals = header.signals();
        var headerName = headerFile.getFileName().toString();
        var files = new ArrayList<SignalFile>();
        var seen = new HashSet<Path>();
        for (var i = 0; i < signals.size(); ) {
            var name = signals.get(i).file();
            var end = i + 1;
            var format = signals.get(i).storage().format();
            while (end < signals.size()
                    && signals.get(end).file().equals(name)
                    && (format == NULL_SIGNAL) == (signals.get(end).storage().format() == NULL_SIGNAL)) {
                end++;
            }
            if (format != NULL_SIGNAL) {
                var path = InsideFolder.find(headerFile, name);
                if (!seen.add(path)) {
                    throw new RecordingException("The header " + headerName + " returns to the file " + name
                            + " in signal " + (i + 1)
                            + " after another file. The signals of one file have to follow each"
                            + " other: put their lines together.");
                }
                // Checked before it is opened; a missing file is reported when it is read.
                PlainFile.isThere(headerFile, path, options.folder());
                var file = new SignalFile(headerName, path, i, signals.subList(i, end));
                file.check();
                files.add(file);
            }
            i = end;
        }
        return List.copyOf(files);
    }

    int format() {
        return signals.get(0).storage().format();
    }

    long offset() {
        return signals.get(0).storage().offset();
    }

    /** Samples of all signals in one frame. */
    int frameSize() {
        return signals.stream()
                .mapToInt(signal -> signal.storage().samplesPerFrame())
                .sum();
    }

    /** Where the samples of each signal begin in each frame; at the end the samples of all signals. */
    int[] positions() {
        var positions = new int[signals.size() + 1];
        for (var i = 0; i < signals.size(); i++) {
            positions[i + 1] = positions[i] + signals.get(i).storage().samplesPerFrame();
        }
        return positions;
    }

    /** The file, ready to be read. */
    FrameSource source() {
        var number = format();
        if (number == 508 || number == 516 || number == 524) {
            return new FlacFrames(this);
        }
        var format = BinaryFormat.numbered(number)
                .orElseThrow(() -> new RecordingException("The header " + header + ", signal " + (firstSignal + 1)
                        + ": the signal format " + number
                        + " is unknown. The formats 0, 8, 16, 24, 32, 61, 80, 160, 212,"
                        + " 310, 311, 508, 516 and 524 can be read. Convert the record with WFDB's xform."));
        return format == BinaryFormat.FORMAT_8 ? new DifferenceFrames(this) : new BinaryFrames(this, format);
    }

    /** Checks what all signals of a file must have in common. */
    void check() {
        var first = signals.get(0);
        var size = 0L;
        for (var i = 0; i < signals.size(); i++) {
            var signal = signals.get(i);
            if (signal.storage().format() != first.storage().format()) {
                throw new RecordingException("The header " + header + " gives the file " + first.file()
                        + " two formats: " + first.storage().format() + " in signal " + (firstSignal + 1) + " and "
                        + signal.storage().format() + " in signal " + (firstSignal + i + 1)
                        + ". All signals of one file have one format: correct the header.");
            }
            if (signal.storage().offset() != 0
                    && signal.storage().offset() != first.storage().offset()) {
                throw new RecordingException("The header " + header + " gives the file " + first.file()
                        + " two offsets: " + first.storage().offset() + " in signal " + (firstSignal + 1)
                        + " and "
                        + signal.storage().offset() + " in signal " + (firstSignal + i + 1) + ". Correct the header.");
            }
            size += signal.storage().samplesPerFrame();
        }
        if (size > Limits.FRAME) {
            throw new RecordingException(
                    "The header " + header + " puts " + size + " samples into each frame of the file " + first.file()
                            + ", but at most " + Limits.FRAME + " can be read. Correct the header.");
        }
    }

    RecordingException tooShort(long found, long expected) {
        return new RecordingException("The signal file " + path + " ends too early: found " + found
                + " samples per signal, expected at least " + expected + " after the header " + header
                + ". The file was cut short or belongs to another record: get it again, or read only what is there.");
    }
}
