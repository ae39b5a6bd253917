package org.ecgdistill.knime.common;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;

/**
 * What a node needs a column for: which columns can serve, which one serves when the analyst has chosen none, and the
 * message without one.
 */
public enum ColumnRole {
    SIGNAL("signal", "a list of numbers in each row", Signals::isSignal, List.of("Signal")),
    LABEL("label", "text or whole numbers", ColumnRole::isName, List.of("Class", "Class AAMI", "Label")),
    SUBJECT("subject", "text or numbers", ColumnRole::isIdentifier, List.of("Subject", "Patient", "patient_id")),
    RECORD("record", "text or numbers", ColumnRole::isIdentifier, List.of("Record")),
    LEAD("lead", "text", type -> type.isCompatible(StringValue.class), List.of("Lead")),
    SAMPLING_RATE(
            "sampling rate",
            "numbers",
            type -> type.isCompatible(DoubleValue.class),
            List.of("Sampling rate", "Rate", "fs")),
    FOLD("fold", "text or numbers", ColumnRole::isIdentifier, List.of("Fold", "strat_fold")),
    TIME("time", "numbers", type -> type.isCompatible(DoubleValue.class), List.of("Time")),
    SYMBOL("symbol", "text", type -> type.isCompatible(StringValue.class), List.of("Symbol"));

    /** What a dialog stores where the analyst wants no column for a role; without a choice nothing, or blank, is stored. */
    public static final String NONE = "<none>";

    private final String title;
    private final String content;
    private final Predicate<DataType> fits;
    private final List<String> usualNames;

    ColumnRole(String title, String content, Predicate<DataType> fits, List<String> usualNames) {
        this.title = title;
        this.content = content;
        this.fits = fits;
        this.usualNames = usualNames;
    }

    public boolean fits(DataColumnSpec column) {
        return fits.test(column.getType());
    }

    /** What the column is for, as a word in a sentence: "fold". */
    public String title() {
        return title;
    }

    /**
     * The column that serves without a choice: the first with a usual name, in upper or lower case. A signal may have
     * any name, then the last one serves, which is the most processed; the surroundings of a signal serve only if chosen.
     */
    public Optional<String> usual(DataTableSpec table) {
        var named = allUsual(table).stream().findFirst();
        if (this != SIGNAL || named.isPresent()) {
            return named;
        }
        return table.stream()
                .filter(column -> fits(column) && !column.getProperties().containsProperty(EcgColumns.CONTEXT_OF))
                .map(DataColumnSpec::getName)
                .reduce((first, second) -> second);
    }

    /** Where that column is. */
    public OptionalInt usualIndex(DataTableSpec table) {
        return usual(table)
                .map(name -> OptionalInt.of(table.findColumnIndex(name)))
                .orElseGet(OptionalInt::empty);
    }

    /** All columns with a usual name, in the order in which they serve. */
    List<String> allUsual(DataTableSpec table) {
        return usualNames.stream()
                .flatMap(name -> table.stream()
                        .filter(column -> column.getName().equalsIgnoreCase(name) && fits(column))
                        .map(DataColumnSpec::getName))
                .toList();
    }

    /** Whether the analyst has chosen a column, or none; else the usual one serves. */
    static boolean isChosen(String chosen) {
        return chosen != null && !chosen.isBlank();
    }

    /**
     * The index of the chosen column, or without a choice (null or blank) of the usual one.
     *
     * @throws InvalidSettingsException if it is not there or holds something else
     */
    public int find(DataTableSpec table, String chosen) throws InvalidSettingsException {
        if (NONE.equals(chosen)) {
            throw new InvalidSettingsException("No " + title + " column is chosen, but one is needed here. Choose the "
                    + title + " column in the node's dialog.");
        }
        if (!isChosen(chosen)) {
            var name = usual(table)
                    .orElseThrow(
                            () -> new InvalidSettingsException("No " + title + " column is chosen, and the input table"
                                    + " has none that is called \"" + String.join("\" or \"", usualNames)
                                    + "\" and holds " + content
                                    + ". Choose the " + title + " column in the node's dialog."));
            return table.findColumnIndex(name);
        }
        var index = table.findColumnIndex(chosen);
        if (index < 0) {
            throw new InvalidSettingsException("The " + title + " column \"" + chosen
                    + "\" is not in the input table. Choose another in the node's dialog.");
        }
        if (!fits(table.getColumnSpec(index))) {
            throw new InvalidSettingsException(
                    "The column \"" + chosen + "\" cannot serve as " + title + " column: it holds "
                            + table.getColumnSpec(index).getType().getName() + ", but " + content
                            + " are needed. Choose another in the node's dialog.");
        }
        return index;
    }

    private static boolean isName(DataType type) {
        return type.isCompatible(StringValue.class) || type.isCompatible(IntValue.class);
    }

    private static boolean isIdentifier(DataType type) {
        return isName(type) || type.isCompatible(LongValue.class) || type.isCompatible(DoubleValue.class);
    }
}
