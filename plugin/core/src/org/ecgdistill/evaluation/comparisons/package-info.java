/**
 * Tests whether two models differ on the same rows: DeLong for areas under the ROC curve, McNemar for right and wrong
 * answers, the corrected resampled t test for folds; Holm where many pairs are tested at once.
 */
package org.ecgdistill.evaluation.comparisons;
