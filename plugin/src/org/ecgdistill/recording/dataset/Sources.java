package org.ecgdistill.recording.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.csv.CsvFile;
import org.ecgdistill.recording.edf.EdfFile;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.ecgdistill.signal.Progress;

/** Opens files and folders of recordings, of a kind that is given or found out. */
public final class Sources {

    private static final String[] EDF_ENDINGS = {".edf", ".rec"};
    private static final String[] CSV_ENDINGS = {".csv", ".tsv", ".txt"};

    private Sources() {}

    /**
     * What a file or folder holds, by its name and by the names of the files in it.
     *
     * @throws RecordingException if there is no such file, or nothing known in it
     */
    public static SourceKind detect(final Path source, final Progress progress) {
        if (Files.isDirectory(source)) {
            return detectFolder(source, progress);
        }
        if (!Files.exists(source) && !Files.exists(withoutEnding(source))) {
            throw new RecordingException("There is no file or folder " + source + ". Check its name.");
        }
        if (Listing.endsInOneOf(source, EDF_ENDINGS)) {
            return SourceKind.EDF;
        }
        if (Files.exists(withoutEnding(source))) {
            return SourceKind.WFDB;
        }
        if (Listing.endsInOneOf(source, CSV_ENDINGS)) {
            return SourceKind.CSV;
        }
        throw new RecordingException("The file " + source
                + " is of no known kind: found neither a WFDB header beside it nor the ending .edf or .csv. Choose a"
                + " recording, or say what the file is.");
    }

    /** The header of the WFDB record that a file belongs to. */
    private static Path withoutEnding(final Path file) {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".hea");
    }

    private static SourceKind detectFolder(final Path folder, final Progress progress) {
        if (PtbXl.isIn(folder)) {
            return SourceKind.PTB_XL;
        }
        var records = WfdbFolder.namesWithSegments(folder, progress);
        if (!records.isEmpty()) {
            return MitBih.owns(records) ? SourceKind.MIT_BIH : SourceKind.WFDB;
        }
        if (!Listing.files(folder, progress, EDF_ENDINGS).isEmpty()) {
            return SourceKind.EDF;
        }
        if (!Listing.files(folder, progress, CSV_ENDINGS).isEmpty()) {
            return SourceKind.CSV;
        }
        throw new RecordingException("The folder " + folder
                + " holds no recordings: found no files that end in .hea, .edf or .csv, and no PTB-XL tables. Choose"
                + " another folder.");
    }

    /**
     * The recordings of a file or folder.
     *
     * @throws RecordingException if they cannot be listed; what is wrong with one of them is said when it is opened
     */
    public static DataSet open(
            final Path source, final SourceKind kind, final SourceOptions options, final Progress progress) {
        return new DataSet(
                kind,
                switch (kind) {
                    case WFDB ->
                        Files.isDirectory(source)
                                ? WfdbFolder.entries(source, options.wfdb(), progress)
                                : List.of(singleRecord(source, options));
                    case MIT_BIH ->
                        MitBih.entries(
                                folder(source, "the MIT-BIH database"), options.wfdb(), options.withPaced(), progress);
                    case PTB_XL -> PtbXl.entries(folder(source, "PTB-XL"), options.ptbXl(), options.wfdb());
                    case EDF -> edf(source, progress);
                    case CSV -> csv(source, options, progress);
                });
    }

    private static Path folder(final Path source, final String what) {
        if (!Files.isDirectory(source)) {
            throw new RecordingException("To read " + what + " a folder is expected, and " + source
                    + " is none. Choose the folder it is in.");
        }
        return source;
    }

    private static DataSetEntry singleRecord(final Path source, final SourceOptions options) {
        var header = withoutEnding(source);
        var name = Wfdb.readHeader(header).name();
        return WfdbFolder.entry(header, name, options.wfdb());
    }

    private static List<DataSetEntry> edf(final Path source, final Progress progress) {
        return files(source, progress, EDF_ENDINGS).stream()
                .map(file -> {
                    var name = name(source, file);
                    return DataSetEntry.plain(name, file.toString(), name, () -> EdfFile.open(file));
                })
                .toList();
    }

    private static List<DataSetEntry> csv(final Path source, final SourceOptions options, final Progress progress) {
        var entries = new ArrayList<DataSetEntry>();
        for (var file : files(source, progress, CSV_ENDINGS)) {
            progress.report(0, "Looking for recordings: " + file.getFileName());
            try {
                for (var recording : CsvFile.open(file, options.csv())) {
                    var plain = DataSetEntry.plain(
                            recording.name(),
                            file.toString(),
                            recording.subject().orElse(recording.name()),
                            () -> recording);
                    entries.add(new DataSetEntry(
                            plain.name(),
                            plain.file(),
                            plain.subject(),
                            recording.label(),
                            plain.fold(),
                            plain.age(),
                            plain.sex(),
                            plain.opener()));
                }
            } catch (RecordingException e) {
                // The other files can be read all the same: this one says what is wrong when it is opened.
                var name = name(source, file);
                entries.add(DataSetEntry.plain(name, file.toString(), name, () -> {
                    throw e;
                }));
            }
        }
        return entries;
    }

    private static List<Path> files(final Path source, final Progress progress, final String... endings) {
        return Files.isDirectory(source) ? Listing.files(source, progress, endings) : List.of(source);
    }

    private static String name(final Path source, final Path file) {
        return Files.isDirectory(source)
                ? Listing.nameBelow(source, file)
                : Listing.nameBelow(file.toAbsolutePath().getParent(), file.toAbsolutePath());
    }
}
