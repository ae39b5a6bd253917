/**
 * The node that turns the ONNX file of a pretrained network into a model: its declaration, its settings, and what joins
 * the two. What such a file says and how the network runs is in {@link org.ecgdistill.model.pretrained}.
 */
package org.ecgdistill.knime.pretrained;
