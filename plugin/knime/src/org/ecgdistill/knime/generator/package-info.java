/**
 * The node that generates synthetic electrocardiograms: its declaration and its parameters. The signals are generated
 * elsewhere.
 */
package org.ecgdistill.knime.generator;
