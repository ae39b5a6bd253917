package org.ecgdistill.recording.wfdb;

import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.recording.Memory;
import org.ecgdistill.recording.PlainFile;
import org.ecgdistill.recording.Recording;
import org.ecgdistill.signal.Annotation;

/** Opens WFDB records. */
public final class Wfdb {

    private static final String HEADER = ".hea";

    private Wfdb() {}

    /** @param record the header file, or the record's path without {@code .hea} */
    public static Recording open(Path record) {
        return open(record, WfdbOptions.DEFAULT);
    }

    /** @param record the header file, or the record's path without {@code .hea} */
    public static Recording open(Path record, WfdbOptions options) {
        var file = headerFile(record);
        if (options.folder().isPresent()) {
            PlainFile.isThere(options.folder().get().resolve(HEADER), file, options.folder());
        }
        var header = readHeader(file);
        return header.segments().isEmpty()
                ? new WfdbRecord(file, header, options)
                : SegmentedRecord.open(file, header, options);
    }

    /** @param record the header file, or the record's path without {@code .hea} */
    public static Header readHeader(Path record) {
        var file = headerFile(record);
        return HeaderParser.parse(file.getFileName().toString(), HeaderText.read(file));
    }

    static Path headerFile(Path record) {
        var name = record.getFileName().toString();
        return name.endsWith(HEADER) ? record : record.resolveSibling(name + HEADER);
    }

    /** The record's annotations by one annotator, at the rate of the record; none if there is no such file. */
    static List<Annotation> annotations(Path headerFile, Header header, WfdbOptions options) {
        var name = headerFile.getFileName().toString();
        var file = headerFile.resolveSibling(
                name.substring(0, name.length() - HEADER.length()) + "." + options.annotator());
        if (!PlainFile.isThere(headerFile, file, options.folder())) {
            return List.of();
        }
        var annotations = Annotations.read(file);
        var resolution = annotations.resolution().orElse(header.rate());
        if (resolution == header.rate()) {
            return annotations;
        }
        var factor = header.rate() / resolution;
        Memory.check("The annotation file " + file, (double) Memory.ANNOTATION_BYTES * annotations.size());
        return annotations.stream()
                .map(annotation -> annotation.at(Math.round(annotation.sample() * factor)))
                .toList();
    }
}
