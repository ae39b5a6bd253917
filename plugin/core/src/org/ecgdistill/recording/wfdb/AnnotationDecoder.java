package org.ecgdistill.recording.wfdb;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.ecgdistill.recording.Budget;
import org.ecgdistill.recording.Memory;
import org.ecgdistill.recording.RecordingException;

/** Decodes the bytes of an annotation file into columns; used once. */
final class AnnotationDecoder {

    /** Room for the marks of a day with a heartbeat each second. */
    private static final int FIRST_MARKS = 1 << 17;

    /** Bytes of a mark in the columns, with a reference to its text. */
    private static final int MARK_BYTES = 16;

    /** Bytes of a text besides its characters. */
    private static final int TEXT_BYTES = 56;

    private static final String RESOLUTION = "## time resolution:";
    private static final String DEFINITIONS = "## annotation type definitions";
    private static final String DEFINITIONS_END = "## end of definitions";

    int size;
    long[] samples;
    byte[] codes;
    byte[] subtypes;
    byte[] channels;
    byte[] numbers;

    /** Stays null while no annotation has a text. */
    String[] aux;

    String[] symbols = AnnotationCodes.symbols();
    OptionalDouble resolution = OptionalDouble.empty();
    private final Path file;
    private final byte[] bytes;
    private final Budget texts;
    private boolean inDefinitions;

    AnnotationDecoder(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
        this.texts = new Budget("The annotation file " + file);
        // A mark takes at least two bytes.
        var most = Math.min(bytes.length / 2, FIRST_MARKS);
        samples = new long[most];
        codes = new byte[most];
        subtypes = new byte[most];
        channels = new byte[most];
        numbers = new byte[most];
    }

    /** Makes room for more marks, but for no more than there can be in the rest of the file. */
    private void grow(int position) {
        var most = (int) Math.min(samples.length + (bytes.length - position) / 2 + 1L, 2L * samples.length);
        Memory.check("The annotation file " + file, bytes.length + 2.0 * MARK_BYTES * most);
        samples = Arrays.copyOf(samples, most);
        codes = Arrays.copyOf(codes, most);
        subtypes = Arrays.copyOf(subtypes, most);
        channels = Arrays.copyOf(channels, most);
        numbers = Arrays.copyOf(numbers, most);
        if (aux != null) {
            aux = Arrays.copyOf(aux, most);
        }
    }

    Annotations decode() {
        var position = 0;
        var time = 0L;
        byte channel = 0;
        byte number = 0;
        var count = 0;
        var complete = false;
        var end = bytes.length - 1;
        while (position < end) {
            var word = bytes[position] & 0xFF | (bytes[position + 1] & 0xFF) << 8;
            var code = word >>> 10;
            var value = word & 0x3FF;
            position += 2;
            if (code < AnnotationCodes.SKIP) {
                if (word == 0) {
                    complete = true;
                    break;
                }
                time += value;
                if (code != 0) {
                    if (count == samples.length) {
                        grow(position);
                    }
                    samples[count] = time;
                    codes[count] = (byte) code;
                    channels[count] = channel;
                    numbers[count] = number;
                    count++;
                }
            } else if (code == AnnotationCodes.SKIP) {
                need(position, 4, "a long interval");
                // The upper half comes first, as on the PDP-11.
                time += (bytes[position + 1] << 8 | bytes[position] & 0xFF) << 16
                        | (bytes[position + 3] & 0xFF) << 8
                        | bytes[position + 2] & 0xFF;
                position += 4;
            } else if (code == AnnotationCodes.AUX) {
                need(position, value, "a text of " + value + " bytes");
                count = text(position, value, count);
                position += value + (value & 1);
            } else if (code == AnnotationCodes.SUB) {
                if (count > 0) {
                    subtypes[count - 1] = (byte) value;
                }
            } else if (code == AnnotationCodes.CHN) {
                channel = (byte) value;
                if (count > 0) {
                    channels[count - 1] = channel;
                }
            } else {
                number = (byte) value;
                if (count > 0) {
                    numbers[count - 1] = number;
                }
            }
        }
        if (!complete && position == end) {
            throw cut(position, "an annotation", 1, 2);
        }
        size = count;
        return new Annotations(this);
    }

    private void need(int position, int needed, String what) {
        if (bytes.length - position < needed) {
            throw cut(position, what, bytes.length - position, needed);
        }
    }

    private RecordingException cut(int position, String what, int found, int expected) {
        return new RecordingException("The annotation file " + file + " is cut in the middle of " + what + " at byte "
                + position + ": found " + found + " bytes, expected " + expected
                + ". Get the file again from its source.");
    }

    /**
     * Gives the last mark its text; a remark that describes the file itself is removed. Returns the number of marks.
     */
    private int text(int position, int length, int count) {
        if (count == 0) {
            return 0;
        }
        var end = position + length;
        while (end > position && bytes[end - 1] == 0) {
            end--;
        }
        var text = new String(bytes, position, end - position, StandardCharsets.ISO_8859_1);
        if (codes[count - 1] == AnnotationCodes.NOTE && samples[count - 1] == 0 && describesFile(text)) {
            subtypes[count - 1] = 0;
            return count - 1;
        }
        if (aux == null) {
            aux = new String[samples.length];
        }
        texts.take(TEXT_BYTES + length);
        aux[count - 1] = text;
        return count;
    }

    private boolean describesFile(String text) {
        if (text.startsWith(RESOLUTION)) {
            try {
                var value =
                        Double.parseDouble(text.substring(RESOLUTION.length()).strip());
                if (value > 0 && Double.isFinite(value)) {
                    resolution = OptionalDouble.of(value);
                }
            } catch (NumberFormatException ex) {
                // The sample numbers then count frames, as without this remark.
            }
            return true;
        }
        if (text.startsWith(DEFINITIONS) || text.startsWith(DEFINITIONS_END)) {
            inDefinitions = text.startsWith(DEFINITIONS);
            return true;
        }
        if (inDefinitions) {
            define(text.split("\\s+", 3));
        }
        return inDefinitions;
    }

    /** A line such as {@code 42 $ Pacing spike}. */
    private void define(String[] words) {
        if (words.length >= 2 && words[0].matches("\\d{1,2}") && !words[1].isEmpty()) {
            var code = Integer.parseInt(words[0]);
            if (code > 0 && code < AnnotationCodes.SKIP) {
                symbols[code] = words[1];
            }
        }
    }
}
