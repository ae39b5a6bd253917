/**
 * The node that cuts records into windows: its declaration, its parameters, and how a record's rows become those of its
 * windows. How a signal is cut is known elsewhere.
 */
package org.ecgdistill.knime.segmenter;
