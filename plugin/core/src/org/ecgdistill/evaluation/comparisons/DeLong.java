package org.ecgdistill.evaluation.comparisons;

import org.ecgdistill.evaluation.EvaluationException;

/**
 * Compares the areas under two ROC curves of the same rows (DeLong, DeLong and Clarke-Pearson 1988), or gives the variance
 * of one. Where several rows come from one subject, the version for clustered data is to be used (Obuchowski 1997):
 * DeLong's own takes rows for independent and finds differences too easily.
 */
public final class DeLong {

    private DeLong() {}

    /** As if all rows were independent. */
    public static TestResult compare(Placements first, Placements second) {
        return TestResult.ofNormal(
                first.area() - second.area(),
                covariance(first, first) + covariance(second, second) - 2 * covariance(first, second));
    }

    /** @param subject the subject of each row, numbered from 0 */
    public static TestResult compareBySubject(Placements first, Placements second, int[] subject, int subjects) {
        return TestResult.ofNormal(
                first.area() - second.area(),
                covariance(first, first, subject, subjects)
                        + covariance(second, second, subject, subjects)
                        - 2 * covariance(first, second, subject, subjects));
    }

    /** Covariance of two areas; of an area with itself its variance. NaN where a class has one row only. */
    public static double covariance(Placements first, Placements second) {
        checkSameRows(first, second);
        var ofPositives = 0.0;
        var ofNegatives = 0.0;
        for (var row = 0; row < first.rows(); row++) {
            var product = (first.share(row) - first.area()) * (second.share(row) - second.area());
            if (first.isPositive(row)) {
                ofPositives += product;
            } else {
                ofNegatives += product;
            }
        }
        double positives = first.positives();
        double negatives = first.negatives();
        return ofPositives / (positives - 1) / positives + ofNegatives / (negatives - 1) / negatives;
    }

    /** As above, where the rows of a subject belong together. NaN where a class comes from one subject only. */
    public static double covariance(Placements first, Placements second, int[] subject, int subjects) {
        checkSameRows(first, second);
        var firstSums = new SubjectSums(first, subject, subjects);
        var other = first == second ? firstSums : new SubjectSums(second, subject, subjects);
        var ofPositives = 0.0;
        var ofNegatives = 0.0;
        var across = 0.0;
        for (var s = 0; s < subjects; s++) {
            ofPositives += firstSums.ofPositives[s] * other.ofPositives[s];
            ofNegatives += firstSums.ofNegatives[s] * other.ofNegatives[s];
            across += firstSums.ofPositives[s] * other.ofNegatives[s] + other.ofPositives[s] * firstSums.ofNegatives[s];
        }
        double positives = first.positives();
        double negatives = first.negatives();
        return correction(firstSums.subjectsWithPositives) * ofPositives / (positives * positives)
                + correction(firstSums.subjectsWithNegatives) * ofNegatives / (negatives * negatives)
                + correction(subjects) * across / (positives * negatives);
    }

    private static double correction(int subjects) {
        return subjects / (subjects - 1.0);
    }

    private static void checkSameRows(Placements first, Placements second) {
        var same = first.rows() == second.rows();
        for (var row = 0; same && row < first.rows(); row++) {
            same = first.isPositive(row) == second.isPositive(row);
        }
        if (!same) {
            throw new EvaluationException("The two models were scored on different rows or labels (" + first.rows()
                    + " and " + second.rows() + " rows); compare them on their common rows.");
        }
    }

    /** Deviations of the placements from the area, summed over the rows of each subject. */
    private static final class SubjectSums {

        private final double[] ofPositives;
        private final double[] ofNegatives;
        private final int subjectsWithPositives;
        private final int subjectsWithNegatives;

        SubjectSums(Placements placements, int[] subject, int subjects) {
            ofPositives = new double[subjects];
            ofNegatives = new double[subjects];
            var hasPositive = new boolean[subjects];
            var hasNegative = new boolean[subjects];
            for (var row = 0; row < placements.rows(); row++) {
                var deviation = placements.share(row) - placements.area();
                if (placements.isPositive(row)) {
                    ofPositives[subject[row]] += deviation;
                    hasPositive[subject[row]] = true;
                } else {
                    ofNegatives[subject[row]] += deviation;
                    hasNegative[subject[row]] = true;
                }
            }
            subjectsWithPositives = count(hasPositive);
            subjectsWithNegatives = count(hasNegative);
        }

        private static int count(boolean[] has) {
            var count = 0;
            for (var present : has) {
                count += present ? 1 : 0;
            }
            return count;
        }
    }
}
