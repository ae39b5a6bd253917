/**
 * Dividing the rows of a table into folds for cross-validation: evenly by label, and never one subject in two folds.
 * {@link org.ecgdistill.evaluation.folds.FoldAssigner} makes the folds, {@link
 * org.ecgdistill.evaluation.folds.FoldReport} assesses any division, whatever its origin. Models are trained and
 * measured elsewhere.
 */
package org.ecgdistill.evaluation.folds;
