/**
 * Several models on the same rows: {@link org.ecgdistill.evaluation.study.Cases} and {@link
 * org.ecgdistill.evaluation.study.ModelPredictions} go in, a {@link org.ecgdistill.evaluation.study.Comparison} comes
 * out: figures per fold and pooled, intervals, tests of all pairs, curves, errors, and doubts. Nothing here decides how
 * they are shown.
 */
package org.ecgdistill.evaluation.study;
