/** A finite number of measurements instead of exact probabilities, drawn from a seed. */
package org.ecgdistill.quantum.shots;
