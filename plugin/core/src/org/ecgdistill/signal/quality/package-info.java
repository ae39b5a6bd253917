/**
 * How far a recorded signal can be trusted, measured on the signal alone. What is done with a poor one is decided
 * elsewhere.
 */
package org.ecgdistill.signal.quality;
