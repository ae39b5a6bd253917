/**
 * The model on its way from node to node: its port, which keeps the weights in a file, and what is known of it before it
 * is trained. What a model is lives in {@link org.ecgdistill.model}.
 */
package org.ecgdistill.knime.model;
