package org.ecgdistill.nn.training;

import java.util.List;

/**
 * Why an epoch was kept.
 *
 * @param rule that decided
 * @param isSmall whether so few subjects decided that their score means little
 */
public record Reason(Rule rule, boolean isSmall) {

    /** The rule that decides which epoch, or which pair of a sweep, is kept. */
    public enum Rule {
        /** The last epoch, since no rows were kept back. */
        LAST,
        /** As many epochs as a sweep has found best. */
        SWEPT,
        /** There is no other. */
        ONLY,
        /** The smallest loss, as requested. */
        SMALLEST_LOSS,
        /** The highest score, which is unique. */
        HIGHEST_SCORE,
        /** The smallest loss of several that share the highest score. */
        AMONG_EQUALS,
        /** The smallest loss, since there is no score. */
        NO_SCORE;

        /**
         * Why the best of some verdicts is the best.
         *
         * @param hasScore whether a score was to decide rather than the loss
         */
        public static Rule of(List<Verdict> verdicts, Verdict best, boolean hasScore) {
            if (verdicts.size() == 1) {
                return ONLY;
            }
            if (!hasScore) {
                return SMALLEST_LOSS;
            }
            if (Double.isNaN(best.score())) {
                return NO_SCORE;
            }
            return verdicts.stream().filter(best::hasScoreOf).count() > 1 ? AMONG_EQUALS : HIGHEST_SCORE;
        }
    }

    public static final Reason SWEPT = new Reason(Rule.SWEPT, false);

    /**
     * @param log all epochs
     * @param kept the number of the epoch that was kept
     * @param validation which has chosen it
     */
    public static Reason of(List<Epoch> log, int kept, Validation validation) {
        if (!validation.exists()) {
            return new Reason(Rule.LAST, false);
        }
        var verdicts = log.stream().map(Epoch::verdict).toList();
        var rule = Rule.of(verdicts, verdicts.get(kept - 1), validation.score() != LabelScore.LOSS);
        return new Reason(rule, validation.isSmall() && (rule == Rule.HIGHEST_SCORE || rule == Rule.AMONG_EQUALS));
    }
}
