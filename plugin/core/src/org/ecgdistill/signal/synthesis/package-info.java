/**
 * Synthetic electrocardiograms with known beats: a dynamical model of the heart's electrical vector, persons whose
 * hearts differ, rhythms with premature beats, and the noise of real recordings at a chosen strength.
 *
 * <p>{@link org.ecgdistill.signal.synthesis.EcgGenerator} is the way in. The same seed gives the same bits on every
 * machine, and a record does not depend on which others were made before it. Nothing here writes files or tables, and
 * nothing here removes noise.
 */
package org.ecgdistill.signal.synthesis;
