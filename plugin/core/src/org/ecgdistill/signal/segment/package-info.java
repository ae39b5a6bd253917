/**
 * A recording cut into windows: around heartbeats or of fixed length, with a label, put on a common scale, and with the
 * intervals between beats.
 */
package org.ecgdistill.signal.segment;
