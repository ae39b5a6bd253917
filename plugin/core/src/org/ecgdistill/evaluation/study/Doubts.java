package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.ecgdistill.common.Words;
import org.ecgdistill.evaluation.folds.SubjectDoubts;
import org.ecgdistill.evaluation.metrics.Metric;

/**
 * Finds reasons to doubt the figures: models that may have seen the people they are tested on, folds without a class,
 * too few subjects.
 */
final class Doubts {

    /** Beat-wise folds on MIT-BIH reach .99 where patient-wise ones give .86: above this, leakage is likelier than skill. */
    private static final double TOO_GOOD = 0.98;

    private static final int FEW_SUBJECTS = 10;
    private static final int FOLDS_NAMED = 5;

    private Doubts() {}

    /** What the rows alone show. */
    static void ofRows(CommonRows common, StudyDesign design, Collection<Finding> findings) {
        if (common.hasSubjects()) {
            SubjectDoubts.similarNames(common.subjectNames())
                    .map(Finding::warning)
                    .ifPresent(findings::add);
            if (common.hasFolds()) {
                var names = Arrays.stream(common.row())
                        .mapToObj(row -> common.cases().subject(row).orElseThrow())
                        .toList();
                SubjectDoubts.severalFolds(names, common.fold())
                        .map(Finding::leakage)
                        .ifPresent(findings::add);
            }
            if (common.subjects() < FEW_SUBJECTS) {
                findings.add(Finding.warning("There are only " + Words.count(common.subjects(), "subject", "subjects")
                        + ": intervals and tests over subjects are rough."));
            }
        } else {
            findings.add(Finding.warning(
                    "No subject column is chosen: whether one person is in several folds cannot be checked,"
                            + " and intervals treat every row as a different person, so they are too narrow"
                            + " if that is wrong."));
        }
        if (!common.hasFolds()) {
            findings.add(
                    Finding.warning("No fold column is chosen: there is no spread over folds and no test on folds."));
        }
        var lacking = design.folds().stream()
                .filter(fold -> fold.rowsOfClasses().contains(0L))
                .toList();
        lacking.stream().limit(FOLDS_NAMED).forEach(fold -> missingClasses(fold, design, findings));
        if (lacking.size() > FOLDS_NAMED) {
            findings.add(Finding.warning("And "
                    + Words.count(lacking.size() - FOLDS_NAMED, "more fold lacks", "more folds lack") + " a class."));
        }
    }

    private static void missingClasses(StudyDesign.Fold fold, StudyDesign design, Collection<Finding> findings) {
        var missing = new ArrayList<String>();
        for (var c = 0; c < design.classes().size(); c++) {
            if (fold.rowsOfClasses().get(c) == 0) {
                missing.add(design.classes().get(c));
            }
        }
        if (!missing.isEmpty()) {
            findings.add(Finding.warning("Fold " + fold.number() + " has no row of class " + Words.list(missing)
                    + ": figures that need it are missing there, and means are over the other folds."));
        }
    }

    /** What the results show. */
    static void ofModels(CommonRows common, List<ModelResult> models, Collection<Finding> findings) {
        for (var model : models) {
            var exposure = model.facts().exposure();
            if (exposure == Exposure.SEEN) {
                findings.add(Finding.leakage("Model " + Words.quoted(model.name())
                        + " has learnt from these rows, or from some of them: its figures are too good. Score rows that"
                        + " it has not seen."));
            } else if (!model.facts().outOfFold() && exposure != Exposure.UNSEEN) {
                findings.add(Finding.leakage("Model " + Words.quoted(model.name())
                        + ": its predictions are not marked as out of fold. If it has seen these rows in training, its"
                        + " figures are too good: give the learner a fold column, or score rows it has not seen."));
            }
            var auroc = model.metric(Metric.AUROC).pooled();
            if (!common.hasSubjects() && auroc.isPresent() && auroc.value() > TOO_GOOD) {
                findings.add(Finding.leakage("Model " + Words.quoted(model.name()) + " reaches an AUROC above "
                        + TOO_GOOD + " without a subject column. That is often a sign that beats of one person are"
                        + " in both the training and the test data; choose the subject column and group the folds by"
                        + " it."));
            }
            var allTied = model.classes().stream()
                    .anyMatch(scores -> scores.roc().points().size() == 2
                            && scores.auroc().isPresent()
                            && scores.auroc().value() == 0.5);
            if (allTied) {
                findings.add(Finding.warning("Model " + Words.quoted(model.name())
                        + " gives all rows the same score: it distinguishes no classes."));
            }
        }
    }
}
