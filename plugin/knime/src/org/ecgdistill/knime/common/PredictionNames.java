package org.ecgdistill.knime.common;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;

/**
 * The names of the columns that hold a model's output, as KNIME's learners and ours write them: "P (Class=N) (ResNet)",
 * "Prediction (Class) (ResNet)", "Soft targets (ResNet)". A target, class or model may have brackets and equals signs of
 * its own, and a bracket that is opened need not be closed: the known classes and the table's other columns decide where
 * the class ends.
 */
public final class PredictionNames {

    /** What such a column holds. */
    public enum Kind {
        PROBABILITY("P"),
        PREDICTION("Prediction"),
        LOGIT("Logit"),
        SOFT_TARGETS("Soft targets"),
        FEATURES("Features"),
        ATTENTION("Attention");

        private final String start;

        Kind(String word) {
            this.start = word + " (";
        }

        /** The name of a model's column; of a target, the start of such names: "Prediction (Class)". */
        public String of(String content) {
            return start + content + ")";
        }

        public String of(String target, String model) {
            return of(target) + " (" + model + ")";
        }

        public String of(String target, String type, String model) {
            return of(target + "=" + type, model);
        }

        public boolean includes(String column) {
            return column.startsWith(start);
        }

        /** Whether it is a column of this kind that this model has written. */
        public boolean includes(String column, String model) {
            return includes(column) && column.endsWith(" (" + model + ")");
        }

        private Optional<String> content(String column) {
            return includes(column) && column.endsWith(")")
                    ? Optional.of(column.substring(start.length(), column.length() - 1))
                    : Optional.empty();
        }
    }

    /**
     * A column of one class.
     *
     * @param start what stands before the equals sign: "P (Class"
     * @param type the class
     * @param suffix what follows the class's bracket: " (ResNet)"
     */
    public record OfClass(String start, String type, String suffix) {

        /** The name of all columns of the same model, whatever their class. */
        public String ofAllClasses() {
            return start + "=…)" + suffix;
        }

        /** The name in the suffix, " (ResNet)" or "_RF"; may be empty. */
        public String model() {
            return PredictionNames.model(suffix);
        }

        private String target() {
            return start.substring(start.indexOf('(') + 1);
        }
    }

    private final Set<String> columns;
    private final Set<String> classes;

    /**
     * @param columns all of the table
     * @param classes those that are known
     */
    public PredictionNames(Collection<String> columns, Collection<String> classes) {
        this.columns = Set.copyOf(columns);
        this.classes = Set.copyOf(classes);
    }

    public static PredictionNames of(DataTableSpec table, Collection<String> classes) {
        return new PredictionNames(Arrays.asList(table.getColumnNames()), classes);
    }

    /** Reads the name of a column with probabilities or logits of one class; empty for a column of another kind. */
    public Optional<OfClass> ofClass(String column) {
        var isOfAllClasses = Kind.LOGIT
                .content(column)
                .filter(model -> columns.stream().anyMatch(other -> Kind.PREDICTION.includes(other, model)))
                .isPresent();
        return isOfAllClasses
                ? Optional.empty()
                : likeliest(positions(column, '=').boxed().flatMap(at -> divisions(column, at)));
    }

    /** Reads the name of a column with a class's probabilities of this target. */
    public Optional<OfClass> probability(String column, String target) {
        var start = Kind.PROBABILITY.start + target;
        return column.startsWith(start + "=") ? likeliest(divisions(column, start.length())) : Optional.empty();
    }

    /** The name in a suffix of column names: " (ResNet)", "_RF"; may be empty. */
    public static String model(String suffix) {
        var name = suffix.strip();
        if (name.startsWith("(") && name.endsWith(")")) {
            name = name.substring(1, name.length() - 1);
        }
        return name.replaceFirst("^_+", "").strip();
    }

    /** The model that has written a column; if it has no name, the column's name without its class. */
    public String modelOf(String column) {
        return Stream.of(Kind.SOFT_TARGETS, Kind.FEATURES, Kind.ATTENTION)
                .flatMap(kind -> kind.content(column).stream())
                .findFirst()
                .or(() -> ofClass(column).map(name -> name.model().isEmpty() ? name.ofAllClasses() : name.model()))
                .or(() -> Kind.LOGIT.content(column))
                .orElseGet(() ->
                        column.endsWith(")") ? model(column.substring(Math.max(0, column.lastIndexOf('(')))) : column);
    }

    /** All ways to end the class that begins after this equals sign. */
    private static Stream<OfClass> divisions(String column, int equals) {
        return positions(column, ')')
                .filter(end -> end > equals)
                .mapToObj(end -> new OfClass(
                        column.substring(0, equals), column.substring(equals + 1, end), column.substring(end + 1)));
    }

    private static IntStream positions(String text, char character) {
        return IntStream.range(0, text.length()).filter(at -> text.charAt(at) == character);
    }

    /** Of equally likely divisions, the shortest target and class. */
    private Optional<OfClass> likeliest(Stream<OfClass> divisions) {
        return divisions.filter(this::isPossible).max(Comparator.comparingInt(this::credit));
    }

    /** "Logit (a=b)" is a column of class b, unless other columns are those of a model called "a=b". */
    private boolean isPossible(OfClass name) {
        var isOfModel = Kind.LOGIT.includes(name.start)
                && !name.suffix.startsWith(" (")
                && columns.stream()
                        .filter(column -> !Kind.LOGIT.includes(column))
                        .anyMatch(column -> column.endsWith(" (" + name.target() + "=" + name.type + ")"));
        return credit(name) > 1 && !isOfModel;
    }

    /** How likely a division is. */
    private int credit(OfClass name) {
        var isUsual = name.suffix.isEmpty()
                || name.suffix.startsWith("_")
                || name.suffix.startsWith(" (") && name.suffix.endsWith(")");
        return (classes.contains(name.type) ? 16 : 0)
                + (columns.contains(Kind.PREDICTION.of(name.target()) + name.suffix) ? 8 : 0)
                + (isBalanced(name.type) ? 4 : 0)
                + (isUsual ? 2 : 0)
                + (isBalanced(name.target()) ? 1 : 0);
    }

    /** Whether every bracket that is opened is closed. */
    private static boolean isBalanced(String text) {
        var open = 0;
        for (var i = 0; i < text.length() && open >= 0; i++) {
            open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        }
        return open == 0;
    }
}
