package org.ecgdistill.recording.edf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecgdistill.recording.Limits;
import org.ecgdistill.recording.PlainFile;
import org.ecgdistill.recording.RecordingException;

/** Reads the header of an EDF file: a fixed part, then each field for all signals before the next field. */
final class EdfHeaderParser {

    private static final int FIXED_BYTES = 256;
    private static final int BYTES_PER_SIGNAL = 256;
    private static final int LABEL = 16;
    private static final int TRANSDUCER = 80;
    private static final int NUMBER = 8;
    private static final int FILTER = 80;

    private final Path file;
    private final byte[] bytes;
    private int at;

    private EdfHeaderParser(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    static EdfHeader read(Path file) {
        PlainFile.check(file);
        try (var stream = Files.newInputStream(file)) {
            return new EdfHeaderParser(file, headerBytes(file, stream)).parse();
        } catch (IOException ex) {
            throw RecordingException.unreadable(file, ex);
        }
    }

    private static byte[] headerBytes(Path file, InputStream stream) throws IOException {
        var fixed = stream.readNBytes(FIXED_BYTES);
        if (fixed.length < FIXED_BYTES) {
            throw new RecordingException("The EDF file " + file + " has " + fixed.length
                    + " bytes, but its header alone takes at least " + FIXED_BYTES
                    + ". The file is cut short or is not an EDF file: get it again.");
        }
        var parser = new EdfHeaderParser(file, fixed);
        var count = parser.signalCount();
        var signals = stream.readNBytes(count * BYTES_PER_SIGNAL);
        if (signals.length < count * BYTES_PER_SIGNAL) {
            throw new RecordingException("The EDF file " + file + " ends inside its header: found "
                    + (FIXED_BYTES + signals.length) + " bytes, but " + count + " signals need "
                    + (FIXED_BYTES + count * BYTES_PER_SIGNAL) + ". The file is cut short: get it again.");
        }
        var all = Arrays.copyOf(fixed, FIXED_BYTES + signals.length);
        System.arraycopy(signals, 0, all, FIXED_BYTES, signals.length);
        return all;
    }

    private int signalCount() {
        at = 252;
        return (int) whole(4, "the number of signals", 0, 9999);
    }

    private EdfHeader parse() {
        var count = signalCount();
        at = 0;
        var version = text(8);
        if (!version.equals("0")) {
            throw wrong(0, "the version \"" + version + "\"", "0, as every EDF file has");
        }
        at = 184;
        var headerBytes = (int) whole(8, "the size of the header", 0, Integer.MAX_VALUE);
        if (headerBytes != FIXED_BYTES + count * BYTES_PER_SIGNAL) {
            throw wrong(
                    184,
                    "a header of " + headerBytes + " bytes",
                    (FIXED_BYTES + count * BYTES_PER_SIGNAL) + " for " + count + " signals");
        }
        var isInterrupted = text(44).startsWith("EDF+D");
        var records = whole(8, "the number of data records", -1, Long.MAX_VALUE >> 16);
        var seconds = number(8, "the duration of a data record");
        at = FIXED_BYTES;
        var signals = signals(count);
        var samples = signals.stream().mapToLong(EdfSignal::samplesPerRecord).sum();
        if (samples > Limits.EDF_RECORD) {
            throw wrong(FIXED_BYTES, samples + " samples in a data record", "at most " + Limits.EDF_RECORD);
        }
        if (!(seconds > 0) && signals.stream().anyMatch(signal -> !signal.isAnnotations())) {
            throw wrong(244, "a data record of " + seconds + " s", "a duration above 0, since there are signals");
        }
        if (signals.stream()
                .anyMatch(signal -> !signal.isAnnotations() && !Double.isFinite(signal.samplesPerRecord() / seconds))) {
            throw wrong(244, "a data record of " + seconds + " s", "a duration in which samples can be taken");
        }
        return new EdfHeader(isInterrupted, headerBytes, records, seconds, signals);
    }

    private List<EdfSignal> signals(int count) {
        var labels = texts(count, LABEL);
        at += count * TRANSDUCER;
        var units = texts(count, NUMBER);
        var physicalLeast = numbers(count, "the physical minimum");
        var physicalMost = numbers(count, "the physical maximum");
        var digitalLeast = wholes(count, "the digital minimum", Short.MIN_VALUE, Short.MAX_VALUE);
        var digitalMost = wholes(count, "the digital maximum", Short.MIN_VALUE, Short.MAX_VALUE);
        at += count * FILTER;
        var perRecord = wholes(count, "the number of samples per data record", 1, Limits.EDF_RECORD);
        var signals = new ArrayList<EdfSignal>();
        for (var i = 0; i < count; i++) {
            signals.add(new EdfSignal(
                    labels[i],
                    units[i],
                    physicalLeast[i],
                    physicalMost[i],
                    digitalLeast[i],
                    digitalMost[i],
                    perRecord[i]));
        }
        return signals;
    }

    private String[] texts(int count, int width) {
        var texts = new String[count];
        for (var i = 0; i < count; i++) {
            texts[i] = text(width);
        }
        return texts;
    }

    private double[] numbers(int count, String what) {
        var numbers = new double[count];
        for (var i = 0; i < count; i++) {
            numbers[i] = number(NUMBER, what + " of signal " + (i + 1));
        }
        return numbers;
    }

    private int[] wholes(int count, String what, int least, int most) {
        var wholes = new int[count];
        for (var i = 0; i < count; i++) {
            wholes[i] = (int) whole(NUMBER, what + " of signal " + (i + 1), least, most);
        }
        return wholes;
    }

    private String text(int width) {
        var text = new String(bytes, at, width, StandardCharsets.ISO_8859_1);
        at += width;
        return text.replace('\0', ' ').strip();
    }

    private double number(int width, String what) {
        var place = at;
        var text = text(width);
        try {
            var value = Double.parseDouble(text.replace(',', '.'));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException ex) {
            // Reported below, with the place.
        }
        throw wrong(place, what + " \"" + text + "\"", "a number");
    }

    private long whole(int width, String what, long least, long most) {
        var place = at;
        var value = number(width, what);
        if (value != Math.rint(value) || value < least || value > most) {
            throw wrong(place, what + " " + value, "a whole number from " + least + " to " + most);
        }
        return (long) value;
    }

    private RecordingException wrong(int place, String found, String expected) {
        return new RecordingException(
                "The EDF file " + file + ", header byte " + place + ": found " + found + ", expected " + expected
                        + ". The file is damaged or is not an EDF file: export it again from the program it comes"
                        + " from.");
    }
}
