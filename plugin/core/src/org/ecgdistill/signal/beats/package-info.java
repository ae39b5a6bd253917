/** Finding heartbeats in a signal that has no annotations. What kind of beat it is, is not decided here. */
package org.ecgdistill.signal.beats;
