/**
 * Maps that calibrate the probabilities of a trained model: Platt, isotonic, temperature. Fitted across folds ({@link
 * org.ecgdistill.evaluation.calibration.CrossFitting}), so that no row has a part in its own calibration.
 */
package org.ecgdistill.evaluation.calibration;
