package org.ecgdistill.recording.dataset;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.csv.CsvTable;

/** Turns the statements of a PTB-XL record into its label. */
final class PtbXlLabels {

    /** The diagnostic superclasses, in the order in which the data set's authors list them. */
    enum Superclass {
        NORM,
        MI,
        STTC,
        CD,
        HYP
    }

    /** The label, possibly missing, of a record that is kept. */
    record Label(Optional<String> text) {
        private static final Label NORMAL = new Label(Optional.of("normal"));
        private static final Label ABNORMAL = new Label(Optional.of("abnormal"));
        private static final Label NONE = new Label(Optional.empty());
    }

    private final PtbXlOptions options;
    private final Map<String, Superclass> superclasses;

    PtbXlLabels(PtbXlOptions options, Map<String, Superclass> superclasses) {
        this.options = options;
        this.superclasses = superclasses;
    }

    /** The superclass of each diagnostic statement. */
    static Map<String, Superclass> superclasses(CsvTable statements) {
        var superclasses = new HashMap<String, Superclass>();
        for (var row : statements.rows()) {
            var name = row.get("diagnostic_class");
            if (row.get("diagnostic").startsWith("1") && !name.isBlank()) {
                try {
                    superclasses.put(row.get(""), Superclass.valueOf(name));
                } catch (IllegalArgumentException ex) {
                    throw new RecordingException("The table scp_statements.csv, statement " + row.get("")
                            + ": found the diagnostic class \"" + name
                            + "\", expected NORM, MI, STTC, CD or HYP. Get the table again.");
                }
            }
        }
        return superclasses;
    }

    /** The label of a record; empty if the record is left out. */
    Optional<Label> label(Path file, String record, String statements) {
        var found = superclassesIn(file, record, statements);
        if (found.isEmpty()) {
            return treat(options.unlabelled());
        }
        if (options.rule() == PtbXlOptions.Rule.SUPERCLASSES) {
            return Optional.of(
                    new Label(Optional.of(found.stream().map(Superclass::name).collect(Collectors.joining(";")))));
        }
        if (!found.contains(Superclass.NORM)) {
            return Optional.of(Label.ABNORMAL);
        }
        return found.size() == 1 ? Optional.of(Label.NORMAL) : treat(options.mixed());
    }

    private static Optional<Label> treat(PtbXlOptions.Treatment treatment) {
        return switch (treatment) {
            case LEAVE_OUT -> Optional.empty();
            case WITHOUT_LABEL -> Optional.of(Label.NONE);
            case NORMAL -> Optional.of(Label.NORMAL);
            case ABNORMAL -> Optional.of(Label.ABNORMAL);
        };
    }

    private Set<Superclass> superclassesIn(Path file, String record, String statements) {
        var likelihoods = ScpStatements.parse(statements).orElseThrow(() -> wrong(file, record, statements));
        var found = EnumSet.noneOf(Superclass.class);
        likelihoods.forEach((statement, likelihood) -> {
            var superclass = superclasses.get(statement);
            if (superclass != null && likelihood >= options.leastLikelihood()) {
                found.add(superclass);
            }
        });
        return found;
    }

    private static RecordingException wrong(Path file, String record, String statements) {
        return new RecordingException("The table " + file + ", record " + record + ", column scp_codes: found \""
                + statements + "\", expected statements such as {'NORM': 100.0}. Get the table again.");
    }
}
