/**
 * Pictures of a two-class score as points: ROC, precision-recall, calibration and decision curve. Points only; drawing
 * them is the business of {@code report} and of the views.
 */
package org.ecgdistill.evaluation.curves;
