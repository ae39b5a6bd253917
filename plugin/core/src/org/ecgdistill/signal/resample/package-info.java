/** A signal at another sampling rate. Which rate a model needs, and what becomes of annotations, is not known here. */
package org.ecgdistill.signal.resample;
