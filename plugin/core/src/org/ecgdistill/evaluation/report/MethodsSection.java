package org.ecgdistill.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.calibration.CalibrationMethod;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.DecisionThreshold;

/** How the figures were computed, in words that can be used in a paper. */
final class MethodsSection implements Section {

    @Override
    public void write(Comparison comparison, Markup page) {
        page.leaf("h2", "Methods");
        page.leaf("p", rows(comparison));
        page.leaf("p", decisions(comparison));
        page.leaf("p", uncertainty(comparison));
        if (!comparison.pairs().isEmpty()) {
            page.leaf("p", tests(comparison));
        }
    }

    private static String rows(Comparison comparison) {
        var design = comparison.design();
        var text = new StringBuilder(Numbers.count(design.commonRows()) + " of " + Numbers.count(design.rows())
                + " rows were scored, with labels from column \""
                + design.columns().label() + "\"");
        design.columns().subject().ifPresent(column -> text.append(", subjects from column \"" + column + "\""));
        design.columns().fold().ifPresent(column -> text.append(", folds from column \"" + column + "\""));
        text.append(". ");
        design.positive()
                .ifPresentOrElse(
                        positive -> text.append("The positive class is \"" + positive + "\". "),
                        () -> text.append("Metrics of single classes are computed one against the rest and averaged, "
                                + Titles.averaging(comparison) + ". "));
        if (!design.folds().isEmpty()) {
            text.append(
                    "Means and standard deviations are over the folds in which a metric is defined; pooled figures use the"
                            + " rows of all folds together.");
        }
        return text.toString();
    }

    private static String decisions(Comparison comparison) {
        var options = comparison.options();
        var text = new StringBuilder();
        if (comparison.design().positive().isEmpty()) {
            text.append("Each row is assigned the class with the highest probability. ");
        } else if (options.threshold() instanceof DecisionThreshold.Fixed fixed) {
            text.append("A row is classified as positive if its probability is at least "
                    + Numbers.metric(fixed.threshold()) + ". ");
        } else {
            text.append("For each model and fold, the decision threshold is the probability that maximises the sum of"
                    + " sensitivity and specificity (Youden 1950) in the other folds. ");
        }
        text.append(
                options.calibration() == CalibrationMethod.NONE
                        ? "Probabilities were scored without recalibration. "
                        : "Before scoring, probabilities were calibrated ("
                                + options.calibration().title()
                                + "), each fold with a function fitted to the other folds. ");
        text.append("The calibration error uses " + options.rules().calibrationBins() + " bins of equal width.");
        return text.toString();
    }

    private static String uncertainty(Comparison comparison) {
        var options = comparison.options();
        if (options.resamples() == 0) {
            return "No intervals were computed.";
        }
        var unit = comparison.design().subjects().isPresent() ? "subjects with all their rows" : "rows";
        return "Intervals at " + Numbers.level(options.level()) + " are expanded percentiles (Hesterberg 2015) of "
                + Numbers.count(options.resamples()) + " bootstrap resamples of " + unit + ", seed " + options.seed()
                + ", the same resamples for all models. No interval is given where a metric is undefined in more than 5 % of"
                + " the resamples, nor for the calibration error, which resampling distorts. Bars on calibration curves are"
                + " Wilson intervals.";
    }

    private static String tests(Comparison comparison) {
        var tests = new ArrayList<>(List.of(
                "McNemar's test with continuity correction, exact up to 25 discordant rows",
                "DeLong's test for areas under the ROC curve (DeLong et al. 1988)"));
        if (comparison.design().subjects().isPresent()) {
            tests.add("the same for rows grouped by subject (Obuchowski 1997)");
        }
        if (!comparison.design().folds().isEmpty()) {
            tests.add("the t test over folds, corrected for overlapping training sets (Nadeau and Bengio 2003)");
        }
        return "Pairs of models were compared by " + String.join("; ", tests)
                + ". All are two-sided; p-values are adjusted over the pairs of each test by Holm's method (1979).";
    }
}
