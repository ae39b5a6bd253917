/**
 * Dividing the rows of a table into folds for cross-validation: evenly by label, and never one subject in two folds.
 * {@link org.ecgdistill.evaluation.folds.FoldAssigner} makes the folds,
 * {@link org.ecgdistill.evaluation.folds.FoldReport} says what any division, whoever made it, is worth. What is trained
 * and measured on the folds is none of this package's business.
 */
package org.ecgdistill.evaluation.folds;
