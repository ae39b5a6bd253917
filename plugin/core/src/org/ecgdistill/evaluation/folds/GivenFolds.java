package org.ecgdistill.evaluation.folds;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.ecgdistill.common.Words;
import org.ecgdistill.evaluation.EvaluationException;

/**
 * Folds that a table already has, such as those of PTB-XL, numbered from 0 in the order of their names.
 *
 * @param ofRow the fold of each row, -1 where none is given
 * @param names what each fold was called
 */
public record GivenFolds(int[] ofRow, List<String> names) {

    private static final int MOST = 1000;

    /** @param given each row's fold by name, null where missing; numbers are put in order as numbers */
    public static GivenFolds of(List<String> given) {
        var names = given.stream()
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparingDouble(GivenFolds::number).thenComparing(Comparator.naturalOrder()))
                .toList();
        if (names.size() < 2) {
            throw new EvaluationException("Cross-validation needs at least 2 folds, but the fold column holds "
                    + (names.isEmpty() ? "no value." : "only the value \"" + names.get(0) + "\"."));
        }
        if (names.size() > MOST) {
            throw new EvaluationException("The fold column holds " + names.size() + " different values, for example \""
                    + names.get(0) + "\": that is not a division into folds. Choose the column that holds the folds.");
        }
        var numbers = new HashMap<String, Integer>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        var ofRow = given.stream()
                .mapToInt(name -> name == null ? -1 : numbers.get(name))
                .toArray();
        return new GivenFolds(ofRow, names);
    }

    /**
     * Doubts about the names of folds: a column of measurements may have been chosen by mistake.
     *
     * @param names each once
     */
    public static List<String> doubts(Collection<String> names) {
        var broken = names.stream()
                .filter(name -> Double.isFinite(number(name)) && number(name) != Math.rint(number(name)))
                .toList();
        return broken.isEmpty()
                ? List.of()
                : List.of("The fold column holds numbers that are not whole: " + Words.list(broken)
                        + ". Each counts as a fold of its own. Check that this is the column with the folds.");
    }

    /** Names that are not numbers come last. */
    private static double number(String name) {
        try {
            return Double.parseDouble(name);
        } catch (NumberFormatException ex) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
