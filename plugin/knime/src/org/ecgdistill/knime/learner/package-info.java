/**
 * What all learners share, and the Predictor with them: the settings of signals, labels and training, how rows of a table
 * become examples of a network, the columns with a model's predictions, and the training log. No learner lives here.
 */
package org.ecgdistill.knime.learner;
