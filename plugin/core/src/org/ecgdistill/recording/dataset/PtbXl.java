package org.ecgdistill.recording.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ecgdistill.recording.InsideFolder;
import org.ecgdistill.recording.Names;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.csv.CsvTable;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.ecgdistill.recording.wfdb.WfdbOptions;

/**
 * PTB-XL (Wagner et al., "PTB-XL, a large publicly available electrocardiography dataset", Scientific Data 7, 2020).
 * Its folds 1 to 10 become 0 to 9; no patient is in two of them.
 */
final class PtbXl {

    static final String RECORDS = "ptbxl_database.csv";
    private static final String STATEMENTS = "scp_statements.csv";

    /** Stands for every age above 89, to protect the patients. */
    private static final double HIDDEN_AGE = 300;

    private static final double LEAST_HIDDEN_AGE = 90;
    private static final int FOLDS = 10;

    private PtbXl() {}

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(RECORDS));
    }

    /** @param remarks oddities of the tables are added to these */
    static List<DataSetEntry> entries(Path folder, PtbXlOptions options, WfdbOptions wfdb, List<String> remarks) {
        var file = folder.resolve(RECORDS);
        var labels = new PtbXlLabels(options, PtbXlLabels.superclasses(CsvTable.read(folder.resolve(STATEMENTS))));
        var inside = wfdb.inside(folder);
        var entries = new ArrayList<DataSetEntry>();
        var oddFolds = new ArrayList<String>();
        for (var row : CsvTable.read(file).rows()) {
            var number = row.get("ecg_id");
            var label = labels.label(file, number, row.get("scp_codes"));
            if (label.isPresent()) {
                var fold = number(file, number, "strat_fold", row);
                if (fold.isPresent() && !isFold(fold.getAsDouble())) {
                    oddFolds.add(number);
                    fold = OptionalDouble.empty();
                }
                entries.add(entry(file, number, row, label.get().text(), fold, options, inside));
            }
        }
        if (!oddFolds.isEmpty()) {
            remarks.add("In " + file + " strat_fold is not a whole number from 1 to " + FOLDS + " for the records "
                    + Names.list(oddFolds) + ": they have no fold.");
        }
        return entries;
    }

    private static DataSetEntry entry(
            Path file,
            String number,
            CsvTable.Row row,
            Optional<String> label,
            OptionalDouble fold,
            PtbXlOptions options,
            WfdbOptions wfdb) {
        var record = InsideFolder.find(file, row.get(options.rate() == 100 ? "filename_lr" : "filename_hr"));
        var age = number(file, number, "age", row);
        return DataSetEntry.plain(
                        record.getFileName().toString(),
                        record.toString(),
                        wholeText(row.get("patient_id")),
                        () -> Wfdb.open(record, wfdb))
                .withLabel(label)
                .withFold(fold.isPresent() ? OptionalInt.of((int) fold.getAsDouble() - 1) : OptionalInt.empty())
                .withPerson(
                        age.isPresent() && age.getAsDouble() >= HIDDEN_AGE ? OptionalDouble.of(LEAST_HIDDEN_AGE) : age,
                        sex(row.get("sex")));
    }

    private static boolean isFold(double number) {
        return number == Math.rint(number) && number >= 1 && number <= FOLDS;
    }

    private static Optional<String> sex(String code) {
        return switch (wholeText(code)) {
            case "0" -> Optional.of("male");
            case "1" -> Optional.of("female");
            default -> Optional.empty();
        };
    }

    /** Whole numbers are written as 15709.0. */
    private static String wholeText(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }

    private static OptionalDouble number(Path file, String record, String column, CsvTable.Row row) {
        var text = row.get(column);
        if (text.isBlank()) {
            return OptionalDouble.empty();
        }
        try {
            var value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException ex) {
            // Reported below, with the place.
        }
        throw new RecordingException("The table " + file + ", record " + record + ", column " + column + ": found \""
                + text + "\", expected a number. Get the table again.");
    }
}
