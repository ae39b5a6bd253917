/**
 * The node that cuts records into windows: its declaration, its parameters, and how a record's rows become those of its
 * windows. The cutting itself is elsewhere.
 */
package org.ecgdistill.knime.segmenter;
