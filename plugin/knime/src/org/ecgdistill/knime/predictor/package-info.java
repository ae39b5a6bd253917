/** The node that uses a trained model on new data: its declaration, its parameters, and what joins table and model. */
package org.ecgdistill.knime.predictor;
