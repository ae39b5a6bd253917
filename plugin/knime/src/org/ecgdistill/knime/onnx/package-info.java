/**
 * The node that writes a student as an ONNX file and measures the loss of accuracy. How the file is made is in {@link
 * org.ecgdistill.model.onnx}.
 */
package org.ecgdistill.knime.onnx;
