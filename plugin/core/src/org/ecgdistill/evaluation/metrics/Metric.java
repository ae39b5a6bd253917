package org.ecgdistill.evaluation.metrics;

/** The metrics that are reported for each model, in the order in which tables show them. */
public enum Metric {
    AUROC(
            "AUROC",
            "Area under the ROC curve: how often a random positive row scores higher than a random negative one.",
            Basis.RANKING,
            true),
    AVERAGE_PRECISION(
            "Average precision",
            "Area under the precision-recall curve as a sum of steps; a guess reaches the share of positive rows.",
            Basis.RANKING,
            true),
    BALANCED_ACCURACY(
            "Balanced accuracy",
            "Mean of the sensitivities of all classes; a guess reaches 1 / number of classes.",
            Basis.COUNTS,
            true),
    MCC(
            "MCC",
            "Matthews correlation coefficient between prediction and label: 1 perfect, 0 a guess, also on rare"
                    + " classes.",
            Basis.COUNTS,
            true),
    F1("F1", "Harmonic mean of precision and sensitivity.", Basis.COUNTS, true),
    SENSITIVITY("Sensitivity", "Share of the positive rows that are predicted positive (recall).", Basis.COUNTS, true),
    SPECIFICITY("Specificity", "Share of the negative rows that are predicted negative.", Basis.COUNTS, true),
    PRECISION(
            "Precision",
            "Share of the rows predicted positive that are truly positive (positive predictive value).",
            Basis.COUNTS,
            true),
    NEGATIVE_PREDICTIVE_VALUE(
            "NPV", "Share of the rows predicted negative that are truly negative.", Basis.COUNTS, true),
    ACCURACY(
            "Accuracy",
            "Share of rows that are classified correctly; high for a model that always predicts the commonest class.",
            Basis.COUNTS,
            true),
    KAPPA("Cohen's kappa", "Agreement of prediction and label beyond what chance would give.", Basis.COUNTS, true),
    SENSITIVITY_AT_SPECIFICITY(
            "Sensitivity at fixed specificity",
            "The best sensitivity of all thresholds that reach the chosen specificity.",
            Basis.RANKING,
            true),
    BRIER("Brier score", "Mean squared distance between probability and outcome.", Basis.PROBABILITY, false),
    LOG_LOSS("Log loss", "Mean negative logarithm of the probability of the true class.", Basis.PROBABILITY, false),
    CALIBRATION_ERROR(
            "Calibration error",
            "Expected calibration error: mean distance between probability and observed share, over equal-width bins.",
            Basis.PROBABILITY,
            false);

    /** What a metric is computed from. */
    public enum Basis {
        /** Counts of right and wrong predictions. */
        COUNTS,
        /** The order of the scores. */
        RANKING,
        /** The probabilities. */
        PROBABILITY
    }

    private final String title;
    private final String meaning;
    private final Basis basis;
    private final boolean higherIsBetter;

    Metric(String title, String meaning, Basis basis, boolean higherIsBetter) {
        this.title = title;
        this.meaning = meaning;
        this.basis = basis;
        this.higherIsBetter = higherIsBetter;
    }

    public String title() {
        return title;
    }

    /** One sentence for readers who do not know the metric. */
    public String meaning() {
        return meaning;
    }

    public Basis basis() {
        return basis;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }
}
