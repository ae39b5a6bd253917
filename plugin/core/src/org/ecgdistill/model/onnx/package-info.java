/**
 * A student as an ONNX file, for use outside KNIME: on a phone, in a browser, in a monitor. ONNX is a protocol buffer
 * of a handful of messages, which are written here directly ({@code onnx.proto}, operator set 17); so no library is
 * needed. Signals go in as the network sees them, resampled and standardised: the manifest in the file's metadata
 * describes how.
 *
 * <p>A call reads like this:
 *
 * <pre>{@code
 * OnnxFile.write(model, file);                            // as it was trained
 * OnnxFile.write(model, Quantised.of(model), file);       // weights as bytes, a quarter of the size
 * }</pre>
 */
package org.ecgdistill.model.onnx;
