package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.ecgdistill.evaluation.metrics.BinaryCounts;
import org.ecgdistill.evaluation.metrics.ConfusionMatrix;
import org.ecgdistill.evaluation.metrics.MetricValue;

/**
 * Sensitivity, positive predictivity and false positive rate of each class, in the form of ANSI/AAMI EC57: gross (all rows
 * together) and average (mean over records or subjects). With the AAMI beat classes N, S, V, F and Q, fusion and unknown
 * beats called V, and unknown beats called S, are neither right nor wrong, as de Chazal et al. (2004) apply the standard.
 */
public record Ec57Report(List<Row> rows) {

    private static final Set<String> BEATS = Set.of("N", "S", "V", "F", "Q");

    /**
     * One class.
     *
     * @param gross counts over all rows
     */
    public record Row(
            String name,
            BinaryCounts gross,
            MetricValue averageSensitivity,
            MetricValue averagePositivePredictivity,
            MetricValue averageFalsePositiveRate) {}

    /** The report without averages, where subjects are unknown. */
    static Ec57Report of(ConfusionMatrix all) {
        return of(all, c -> List.of());
    }

    /**
     * @param actual the class of each row
     * @param predicted the predicted class of each row; the number of classes stands for a class that is not a label
     * @param subject of each row, from 0
     */
    static Ec57Report of(List<String> classes, int[] actual, int[] predicted, int[] subject, int subjects) {
        var excused = new ArrayList<List<Integer>>();
        for (var c = 0; c < classes.size(); c++) {
            excused.add(excused(classes, c).stream().map(classes::indexOf).toList());
        }
        var counts = SubjectCounts.of(
                classes.size(), subjects, actual, predicted, subject, (is, called) -> excused.get(called)
                        .contains(is));
        return of(ConfusionMatrix.of(classes, actual, predicted), counts::ofClass);
    }

    private static Ec57Report of(ConfusionMatrix all, IntFunction<List<BinaryCounts>> bySubject) {
        var rows = new ArrayList<Row>();
        for (var c = 0; c < all.classes().size(); c++) {
            var counts = bySubject.apply(c);
            rows.add(new Row(
                    all.classes().get(c),
                    counts(all, c),
                    average(counts, BinaryCounts::sensitivity),
                    average(counts, BinaryCounts::precision),
                    average(counts, BinaryCounts::falsePositiveRate)));
        }
        return new Ec57Report(List.copyOf(rows));
    }

    private static BinaryCounts counts(ConfusionMatrix matrix, int wanted) {
        var plain = matrix.oneAgainstRest(wanted);
        var forgiven = 0L;
        for (var name : excused(matrix.classes(), wanted)) {
            var actual = matrix.classes().indexOf(name);
            forgiven += actual < 0 ? 0 : matrix.count(actual, wanted);
        }
        return new BinaryCounts(
                plain.truePositives(),
                plain.falsePositives() - forgiven,
                plain.trueNegatives(),
                plain.falseNegatives());
    }

    /** The classes whose beats may be predicted as this one without being wrong. */
    private static List<String> excused(List<String> classes, int called) {
        if (!BEATS.containsAll(classes)) {
            return List.of();
        }
        return switch (classes.get(called)) {
            case "V" -> List.of("F", "Q");
            case "S" -> List.of("Q");
            default -> List.of();
        };
    }

    private static MetricValue average(List<BinaryCounts> counts, Function<BinaryCounts, MetricValue> metric) {
        var values = counts.stream().map(metric).filter(MetricValue::isPresent).toList();
        if (values.isEmpty()) {
            return MetricValue.missing(counts.isEmpty() ? "no subject column" : "no subject has this figure");
        }
        var sum = values.stream().mapToDouble(MetricValue::value).sum();
        return MetricValue.of(
                sum / values.size(),
                values.size() == counts.size()
                        ? ""
                        : "over the " + values.size() + " of " + counts.size() + " subjects that have it");
    }
}
