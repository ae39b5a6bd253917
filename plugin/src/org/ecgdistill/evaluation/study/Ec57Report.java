package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    /**
     * @param bySubject one matrix for each subject; empty where subjects are unknown
     */
    public static Ec57Report of(ConfusionMatrix all, List<ConfusionMatrix> bySubject) {
        var rows = new ArrayList<Row>();
        for (int c = 0; c < all.classes().size(); c++) {
            int wanted = c;
            var counts =
                    bySubject.stream().map(matrix -> counts(matrix, wanted)).toList();
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
        if (!BEATS.containsAll(matrix.classes())) {
            return plain;
        }
        var excused =
                switch (matrix.classes().get(wanted)) {
                    case "V" -> List.of("F", "Q");
                    case "S" -> List.of("Q");
                    default -> List.<String>of();
                };
        long forgiven = 0;
        for (var name : excused) {
            int actual = matrix.classes().indexOf(name);
            forgiven += actual < 0 ? 0 : matrix.count(actual, wanted);
        }
        return new BinaryCounts(
                plain.truePositives(),
                plain.falsePositives() - forgiven,
                plain.trueNegatives(),
                plain.falseNegatives());
    }

    private static MetricValue average(List<BinaryCounts> counts, Function<BinaryCounts, MetricValue> metric) {
        var values = counts.stream().map(metric).filter(MetricValue::isPresent).toList();
        if (values.isEmpty()) {
            return MetricValue.missing(counts.isEmpty() ? "no subject column" : "no subject has this figure");
        }
        double sum = values.stream().mapToDouble(MetricValue::value).sum();
        return MetricValue.of(
                sum / values.size(),
                values.size() == counts.size()
                        ? ""
                        : "over the " + values.size() + " of " + counts.size() + " subjects that have it");
    }
}
