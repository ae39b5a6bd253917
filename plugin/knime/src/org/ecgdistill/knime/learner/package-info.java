/**
 * What all learners share, and the Predictor with them: the settings of signals, labels and training, how rows of a table
 * become examples of a network, the columns that a model's answers lie in, and the training log. No learner lives here.
 */
package org.ecgdistill.knime.learner;
