/** Finding heartbeats in a signal that has no annotations. Beats are not classified here. */
package org.ecgdistill.signal.beats;
