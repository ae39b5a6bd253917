/**
 * Pictures of a two-class score as points: ROC, precision-recall, calibration and decision curve. Points only; {@code
 * report} and the views draw them.
 */
package org.ecgdistill.evaluation.curves;
