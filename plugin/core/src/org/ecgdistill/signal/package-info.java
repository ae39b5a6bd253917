/**
 * A sampled signal and what is done to it. Nothing here knows where a signal came from or what will be learnt from it.
 */
package org.ecgdistill.signal;
