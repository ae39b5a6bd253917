package org.ecgdistill.distill;

import org.ecgdistill.nn.training.Loss;

/** What a student is to learn besides its labels. */
public enum Objective {
    /** The labels alone: from scratch, the baseline. */
    LABELS(false, false, false) {
        @Override
        public Loss loss(Loss hard, Pair pair) {
            return hard;
        }
    },
    /** {@link HintonLoss} with α. */
    HINTON(true, true, true) {
        @Override
        public Loss loss(Loss hard, Pair pair) {
            return new HintonLoss(hard, pair.temperature(), pair.weight(), HintonLoss.Soft.DIVERGENCE);
        }
    },
    /** {@link BridgingLoss} with λ. */
    BRIDGING(true, true, false) {
        @Override
        public Loss loss(Loss hard, Pair pair) {
            return new BridgingLoss(hard, pair.temperature(), pair.weight());
        }
    },
    /** {@link LogitLoss} with α. */
    LOGITS(false, true, true) {
        @Override
        public Loss loss(Loss hard, Pair pair) {
            return new LogitLoss(hard, pair.weight());
        }
    },
    /** {@link AttentionLoss} with λ. */
    ATTENTION(false, true, false) {
        @Override
        public Loss loss(Loss hard, Pair pair) {
            return new AttentionLoss(hard, pair.weight());
        }
    },
    /** {@link FeatureLoss} first, then the teacher's final layer is taken over and all is trained on the labels. */
    FEATURES(false, false, false) {
        @Override
        public Loss loss(Loss hard, Pair pair) {
            return hard;
        }
    };

    private final boolean usesTemperature;
    private final boolean usesWeight;
    private final boolean isShare;

    Objective(boolean usesTemperature, boolean usesWeight, boolean isShare) {
        this.usesTemperature = usesTemperature;
        this.usesWeight = usesWeight;
        this.isShare = isShare;
    }

    /**
     * The loss of the last, or only, part of the training.
     *
     * @param hard the loss of the labels
     */
    public abstract Loss loss(Loss hard, Pair pair);

    public boolean usesTemperature() {
        return usesTemperature;
    }

    public boolean usesWeight() {
        return usesWeight;
    }

    /** Whether the weight is the labels' share α rather than the teacher's weight λ. */
    public boolean isShare() {
        return isShare;
    }

    /** Rejects a weight outside the range that the objective allows. */
    public void check(Pair pair) {
        if (isShare) {
            Pair.checkShare(pair.weight());
        }
    }

    /** Whether the student needs a teacher's prediction for each row. */
    public boolean needsLogits() {
        return usesWeight && !needsAttention();
    }

    /** Whether the student needs where in time a teacher looks. */
    public boolean needsAttention() {
        return this == ATTENTION;
    }

    /** Whether the student needs a teacher's features. */
    public boolean needsFeatures() {
        return this == FEATURES;
    }
}
