/**
 * The node that makes synthetic electrocardiograms: its declaration and its parameters. The signals are made elsewhere.
 */
package org.ecgdistill.knime.generator;
