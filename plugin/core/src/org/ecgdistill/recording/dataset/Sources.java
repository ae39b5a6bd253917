package org.ecgdistill.recording.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.PlainFile;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.csv.TextTable;
import org.ecgdistill.recording.edf.EdfFile;
import org.ecgdistill.recording.wfdb.Wfdb;

/** Opens files and folders of recordings, whose kind is given or detected. */
public final class Sources {

    private static final String[] EDF_ENDINGS = {".edf", ".rec"};
    private static final String[] CSV_ENDINGS = {".csv", ".tsv", ".txt"};

    private Sources() {}

    /** Whether a file's name ends as those of recordings do. */
    static boolean mayBeRecording(Path file) {
        return Listing.endsInOneOf(file, WfdbFolder.HEADER)
                || Listing.endsInOneOf(file, EDF_ENDINGS)
                || Listing.endsInOneOf(file, CSV_ENDINGS);
    }

    private static SourceKind detectFile(Path source) {
        if (!Files.exists(source) && !Files.exists(headerOf(source))) {
            throw new RecordingException("There is no file or folder " + source + ". Check its name.");
        }
        if (Listing.endsInOneOf(source, EDF_ENDINGS)) {
            return SourceKind.EDF;
        }
        if (Files.exists(headerOf(source))) {
            return SourceKind.WFDB;
        }
        if (Listing.endsInOneOf(source, CSV_ENDINGS)) {
            return SourceKind.CSV;
        }
        throw new RecordingException("The file " + source
                + " is of no known kind: found neither a WFDB header beside it nor the ending .edf or .csv. Choose a"
                + " recording, or set the kind of the file.");
    }

    /** The header of the WFDB record that a file belongs to. */
    private static Path headerOf(Path file) {
        return file.resolveSibling(PlainFile.nameWithoutEnding(file) + WfdbFolder.HEADER);
    }

    private static SourceKind detectFolder(Listing listing) {
        var folder = listing.folder();
        if (PtbXl.isIn(folder)) {
            return SourceKind.PTB_XL;
        }
        var records = WfdbFolder.namesWithSegments(listing);
        if (!records.isEmpty()) {
            return MitBih.owns(records) ? SourceKind.MIT_BIH : SourceKind.WFDB;
        }
        if (!listing.files(EDF_ENDINGS).isEmpty()) {
            return SourceKind.EDF;
        }
        if (!listing.files(CSV_ENDINGS).isEmpty()) {
            return SourceKind.CSV;
        }
        throw new RecordingException("The folder " + folder
                + " holds no recordings: found no files that end in .hea, .edf or .csv, and no PTB-XL tables. "
                + String.join(" ", listing.remarks()) + (listing.remarks().isEmpty() ? "" : " ")
                + "Choose another folder.");
    }

    /**
     * The recordings of a file or folder, whose kind is detected.
     *
     * @throws RecordingException if there are none, or they cannot be listed
     */
    public static DataSet open(Path source, SourceOptions options, Progress progress) {
        if (!Files.isDirectory(source)) {
            var kind = detectFile(source);
            var labels = labels(source, options, progress);
            var listing = listing(source, labels, progress);
            return open(listing, kind, options, labels, overlookedFile(source, kind));
        }
        var labels = labels(source, options, progress);
        var listing = listing(source, labels, progress);
        var kind = detectFolder(listing);
        return open(listing, kind, options, labels, overlookedFiles(listing, kind));
    }

    /**
     * The recordings of a file or folder.
     *
     * @throws RecordingException if they cannot be listed; problems of a recording are reported when it is opened
     */
    public static DataSet open(Path source, SourceKind kind, SourceOptions options, Progress progress) {
        var labels = labels(source, options, progress);
        return open(listing(source, labels, progress), kind, options, labels, Optional.empty());
    }

    private static Optional<TextTable> labels(Path source, SourceOptions options, Progress progress) {
        return options.labels().map(labels -> LabelFile.read(source, labels, progress));
    }

    private static Listing listing(Path source, Optional<TextTable> labels, Progress progress) {
        return new Listing(source, labels.map(TextTable::file), progress);
    }

    private static DataSet open(
            Listing listing,
            SourceKind kind,
            SourceOptions options,
            Optional<TextTable> labels,
            Optional<String> overlooked) {
        var source = listing.folder();
        var isFolder = Files.isDirectory(source);
        var remarks = new ArrayList<String>();
        var entries = entries(listing, kind, options, remarks);
        if (labels.isPresent()) {
            var join = new LabelJoin(labels.get(), options.labels().orElseThrow(), entries, listing.progress());
            entries = join.labelled();
            remarks.addAll(join.remarks(isFolder));
        }
        overlooked.ifPresent(remarks::add);
        remarks.addAll(listing.remarks());
        return new DataSet(kind, entries, remarks);
    }

    private static List<DataSetEntry> entries(
            Listing listing, SourceKind kind, SourceOptions options, List<String> remarks) {
        var source = listing.folder();
        var subjects = options.subjects();
        return switch (kind) {
            case WFDB ->
                Files.isDirectory(source)
                        ? WfdbFolder.entries(listing, options.wfdb(), subjects)
                        : List.of(singleRecord(source, options));
            case MIT_BIH -> {
                checkFolder(source, "the MIT-BIH database");
                yield MitBih.entries(listing, options.wfdb(), options.withPaced());
            }
            case PTB_XL -> {
                checkFolder(source, "PTB-XL");
                yield PtbXl.entries(source, options.ptbXl(), options.wfdb(), remarks);
            }
            case EDF -> edf(listing, subjects);
            case CSV -> csv(listing, options);
        };
    }

    private static void checkFolder(Path source, String what) {
        if (!Files.isDirectory(source)) {
            throw new RecordingException("To read " + what + " a folder is needed, but " + source
                    + " is a file. Choose the folder that it is in.");
        }
    }

    private static Optional<String> overlookedFile(Path source, SourceKind kind) {
        return kind == SourceKind.WFDB && Listing.endsInOneOf(source, CSV_ENDINGS)
                ? Optional.of("The file " + source + " was not read: the WFDB record "
                        + headerOf(source).getFileName()
                        + " lies beside it and was read in its place. To read the file, set its kind to CSV.")
                : Optional.empty();
    }

    /** Of files with the same name, only the WFDB record is read; a text file is often a remark on the record. */
    private static Optional<String> overlookedFiles(Listing listing, SourceKind kind) {
        var folder = listing.folder();
        if (kind != SourceKind.WFDB && kind != SourceKind.MIT_BIH || WfdbFolder.isListed(folder)) {
            return Optional.empty();
        }
        var records = new HashSet<>(WfdbFolder.namesWithSegments(listing));
        var overlooked = listing.files(".csv", ".tsv", ".edf", ".rec").stream()
                .filter(file -> records.contains(Listing.nameBelow(folder, file)))
                .toList();
        return overlooked.isEmpty()
                ? Optional.empty()
                : Optional.of((overlooked.size() == 1
                                ? "1 file has the name of a WFDB record and was not read: "
                                : overlooked.size()
                                        + " files have names of WFDB records and were not read; the first is ")
                        + overlooked.get(0) + ". To read such files, set the kind to CSV or EDF.");
    }

    private static DataSetEntry singleRecord(Path source, SourceOptions options) {
        var header = headerOf(source);
        var name = Wfdb.readHeader(header).name();
        return WfdbFolder.entry(header, name, options.wfdb(), options.subjects());
    }

    private static List<DataSetEntry> edf(Listing listing, SubjectRule subjects) {
        var files = files(listing, EDF_ENDINGS);
        var names = names(listing, files);
        return files.stream()
                .map(file -> {
                    var name = names.get(file);
                    return DataSetEntry.plain(
                            name, file.toString(), subjects.subject(name, name), () -> EdfFile.open(file));
                })
                .toList();
    }

    private static List<DataSetEntry> csv(Listing listing, SourceOptions options) {
        var files = files(listing, CSV_ENDINGS);
        return CsvFolder.entries(files, names(listing, files), options.csv(), options.subjects(), listing.progress());
    }

    private static List<Path> files(Listing listing, String... endings) {
        return Files.isDirectory(listing.folder()) ? listing.files(endings) : List.of(listing.folder());
    }

    private static Map<Path, String> names(Listing listing, List<Path> files) {
        var source = listing.folder();
        return Files.isDirectory(source)
                ? Listing.names(source, files)
                : Map.of(source, Listing.nameBelow(source.toAbsolutePath().getParent(), source.toAbsolutePath()));
    }
}
