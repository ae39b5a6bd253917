package org.ecgdistill.knime.scorer;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Takes the name of a column with probabilities, "P (label=class)" and a suffix, to pieces. A class may have brackets of
 * its own, and not all that are opened need be closed: what is known of classes and suffixes decides where the class ends.
 *
 * @param label the label column
 * @param classes that are known
 * @param suffixes that other columns of the models have
 */
record ProbabilityName(String label, Set<String> classes, Set<String> suffixes) {

    /** The class, and what follows its bracket. */
    record Parts(String type, String suffix) {}

    /** Empty for a column of another kind. */
    Optional<Parts> parse(String column) {
        var start = "P (" + label + "=";
        if (!column.startsWith(start)) {
            return Optional.empty();
        }
        var rest = column.substring(start.length());
        return IntStream.range(0, rest.length())
                .filter(at -> rest.charAt(at) == ')')
                .mapToObj(at -> new Parts(rest.substring(0, at), rest.substring(at + 1)))
                .filter(parts -> credit(parts) > 0)
                .max(Comparator.comparingInt(this::credit)
                        .thenComparing(parts -> parts.suffix().length()));
    }

    /** How likely this division is. */
    private int credit(Parts parts) {
        var isUsual = parts.suffix().isEmpty()
                || parts.suffix().startsWith("_")
                || parts.suffix().startsWith(" (") && parts.suffix().endsWith(")");
        return (classes.contains(parts.type()) ? 8 : 0)
                + (suffixes.contains(parts.suffix()) ? 4 : 0)
                + (isBalanced(parts.type()) ? 2 : 0)
                + (isUsual ? 1 : 0);
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
