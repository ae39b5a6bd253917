/** A signal at another sampling rate. The rate that a model needs and the annotations are not known here. */
package org.ecgdistill.signal.resample;
