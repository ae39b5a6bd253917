/**
 * A sampled signal and what is done to it. Nothing here knows where a signal came from or what will be learnt from it.
 * Two things that every room needs lie here too: {@link org.ecgdistill.common.Progress}, by which long work reports, and
 * {@link org.ecgdistill.common.WholeFile}, by which files are written.
 */
package org.ecgdistill.signal;
