package org.ecgdistill.nn.training;

/**
 * How good a model is on rows that were kept back. The better of two is the greater one: the higher score decides, and the
 * smaller loss where scores are equal or neither is a number. A score that is no number is lower than any that is one.
 *
 * @param score higher is better; NaN if missing
 * @param loss smaller is better; NaN if missing
 */
public record Verdict(double score, double loss) implements Comparable<Verdict> {

    /** No rows were kept back. */
    public static final Verdict NONE = new Verdict(Double.NaN, Double.NaN);

    public boolean isBetterThan(Verdict other) {
        return compareTo(other) > 0;
    }

    /** Whether only the loss can decide between the two. */
    public boolean hasScoreOf(Verdict other) {
        return height(score) == height(other.score);
    }

    @Override
    public int compareTo(Verdict other) {
        return hasScoreOf(other)
                ? Double.compare(height(-loss), height(-other.loss))
                : Double.compare(height(score), height(other.score));
    }

    /** Adding 0 makes one of both zeros. */
    private static double height(double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value + 0.0;
    }
}
