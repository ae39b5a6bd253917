/**
 * Several models on the same rows: {@link org.ecgdistill.evaluation.study.Cases} and {@link
 * org.ecgdistill.evaluation.study.ModelPredictions} go in, a {@link org.ecgdistill.evaluation.study.Comparison} comes out:
 * figures per fold and pooled, intervals, tests of all pairs, curves, errors, and what is to be doubted. How that is shown
 * is not decided here.
 */
package org.ecgdistill.evaluation.study;
