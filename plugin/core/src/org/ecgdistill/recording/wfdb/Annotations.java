package org.ecgdistill.recording.wfdb;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.OptionalDouble;
import java.util.RandomAccess;
import org.ecgdistill.recording.Limits;
import org.ecgdistill.signal.Annotation;

/**
 * The annotations of a file in the MIT format. They are kept in columns, because a day of heartbeats as objects would
 * take ten times the memory and time; each is built when it is requested.
 */
public final class Annotations extends AbstractList<Annotation> implements RandomAccess {

    private final int size;
    private final long[] samples;
    private final byte[] codes;
    private final byte[] subtypes;
    private final byte[] channels;
    private final byte[] numbers;
    private final String[] aux;
    private final String[] symbols;
    private final OptionalDouble resolution;

    Annotations(AnnotationDecoder decoder) {
        this.size = decoder.size;
        this.samples = decoder.samples;
        this.codes = decoder.codes;
        this.subtypes = decoder.subtypes;
        this.channels = decoder.channels;
        this.numbers = decoder.numbers;
        this.aux = decoder.aux;
        this.symbols = decoder.symbols;
        this.resolution = decoder.resolution;
    }

    /** @throws org.ecgdistill.recording.RecordingException if the file is cut in the middle of an annotation */
    public static Annotations read(Path file) {
        return new AnnotationDecoder(file, SmallFile.read(file, "an annotation file", Limits.ANNOTATION_BYTES))
                .decode();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Annotation get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return new Annotation(
                samples[index],
                symbols[codes[index]],
                subtypes[index],
                channels[index] & 0xFF,
                numbers[index],
                aux == null || aux[index] == null ? "" : aux[index]);
    }

    /** Ticks per second of the sample numbers, if the file states them; else they count the record's frames. */
    public OptionalDouble resolution() {
        return resolution;
    }
}
