package org.ecgdistill.recording.wfdb;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.ecgdistill.recording.Limits;
import org.ecgdistill.recording.RecordingException;

/** Turns the text of a header file into a {@link Header}. */
final class HeaderParser {

    private final String file;
    private final String text;
    private final List<String> comments = new ArrayList<>();
    private int position;
    private int lineNumber;

    private HeaderParser(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** @param file name of the file, for messages */
    static Header parse(String file, String text) {
        return new HeaderParser(file, text).header();
    }

    private Header header() {
        var line = nextLine();
        if (line == null) {
            throw new RecordingException("The header " + file + " is empty: found " + text.length()
                    + " characters and no line that names the record, its number of signals and its sampling rate."
                    + " Get the header again from the source of the record.");
        }
        var name = line.word();
        var slash = name.indexOf('/');
        var segmentCount = 0;
        if (slash >= 0) {
            segmentCount = (int) line.whole(name.substring(slash + 1), "the number of segments", 1, Limits.SIGNALS);
            name = name.substring(0, slash);
        }
        var signalCount = (int) line.whole(line.word(), "the number of signals", 0, Limits.SIGNALS);
        var rate = rate(line);
        var lengthWord = line.word();
        var frames = lengthWord.isEmpty() ? 0 : line.whole(lengthWord, "the number of samples", 0, Limits.FRAMES);
        // The rest of the line is the start time in various spellings; no sample depends on it.
        var segments = segmentCount == 0 ? List.<HeaderSegment>of() : segments(segmentCount);
        var signals = segmentCount == 0 ? signals(signalCount) : List.<HeaderSignal>of();
        readRemainingComments();
        return new Header(name, rate, frames, signals, segments, List.copyOf(comments));
    }

    /** The field {@code rate[/counterRate[(counterBase)]]}. No sample depends on the counter; it is only checked. */
    private static double rate(HeaderLine line) {
        var word = line.word();
        if (word.isEmpty()) {
            return Header.DEFAULT_RATE;
        }
        var slash = word.indexOf('/');
        var stated = slash < 0 ? word : word.substring(0, slash);
        if (slash >= 0) {
            var counter = word.substring(slash + 1).split("[()]", -1);
            line.number(counter[0], "the counter frequency");
            if (counter.length > 1) {
                line.number(counter[1], "the counter's base value");
            }
        }
        var rate = line.number(stated, "the sampling rate");
        if (rate <= 0) {
            throw line.wrong("the sampling rate is " + stated + " Hz", "a rate above 0");
        }
        return rate;
    }

    private List<HeaderSegment> segments(int count) {
        var segments = new ArrayList<HeaderSegment>();
        for (var i = 0; i < count; i++) {
            var line = expectLine("segment", i, count);
            var name = line.word();
            segments.add(new HeaderSegment(
                    name, line.whole(line.word(), "the length of the segment " + name, 0, Limits.FRAMES)));
        }
        return List.copyOf(segments);
    }

    private List<HeaderSignal> signals(int count) {
        var signals = new ArrayList<HeaderSignal>();
        for (var i = 0; i < count; i++) {
            signals.add(signal(expectLine("signal", i, count), i));
        }
        return List.copyOf(signals);
    }

    private HeaderSignal signal(HeaderLine line, int index) {
        var name = line.word();
        var storage = StorageField.parse(line, line.word());
        var scale = line.word();
        whole(line, "the resolution of the converter");
        var zero = whole(line, "the zero of the converter").orElse(0);
        var initial = whole(line, "the initial value");
        var checksum = whole(line, "the checksum");
        // The size of a block matters only to devices such as tapes; it is read because the description follows it.
        whole(line, "the block size");
        var description = line.rest();
        return new HeaderSignal(
                name,
                storage,
                ScaleField.parse(line, scale, zero),
                initial,
                checksum,
                description.isEmpty() ? "signal " + (index + 1) : description);
    }

    private static OptionalInt whole(HeaderLine line, String what) {
        var word = line.word();
        return word.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) line.whole(word, what, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    private HeaderLine expectLine(String what, int index, int count) {
        var line = nextLine();
        if (line == null) {
            throw new RecordingException("The header " + file + " ends after line " + lineNumber + ": found " + index
                    + " " + what + " lines, and the record line promises " + count
                    + ". The file is cut short, or the count is wrong: get the header again, or correct the count.");
        }
        return line;
    }

    private void readRemainingComments() {
        while (nextLine() != null) {
            // Comment lines are collected on the way; other lines after the last signal have no meaning.
        }
    }

    /** The next line that is neither empty nor a comment; null at the end. */
    private HeaderLine nextLine() {
        while (position < text.length()) {
            var end = text.indexOf('\n', position);
            if (end < 0) {
                end = text.length();
            }
            var start = position;
            position = end + 1;
            lineNumber++;
            while (start < end && text.charAt(start) <= ' ') {
                start++;
            }
            while (end > start && text.charAt(end - 1) <= ' ') {
                end--;
            }
            if (start == end) {
                continue;
            }
            if (text.charAt(start) == '#') {
                comments.add(text.substring(start + 1, end).strip());
                continue;
            }
            return new HeaderLine(file, lineNumber, text.substring(start, end));
        }
        return null;
    }
}
