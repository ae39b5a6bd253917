/**
 * Networks that were trained elsewhere, as ONNX files: what such a file says, which files are refused, and how a network
 * is run by ONNX Runtime. The model around it, with its description, lives in {@link org.ecgdistill.model}; the files
 * that are written here in {@link org.ecgdistill.model.onnx}.
 */
package org.ecgdistill.model.pretrained;
