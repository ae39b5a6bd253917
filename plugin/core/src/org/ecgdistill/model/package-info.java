/**
 * A trained model as a file: a zip of {@code manifest.json} (which network it is, which signals it takes, what it
 * predicts, where it comes from) and {@code weights.safetensors}. Never Java's or Python's own serialisation. Reading,
 * writing and predicting live here; training does not, and neither does anything of KNIME.
 */
package org.ecgdistill.model;
