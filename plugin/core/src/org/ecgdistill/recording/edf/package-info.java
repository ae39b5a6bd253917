/**
 * The European Data Format: EDF (Kemp et al., "A simple format for exchange of digitized polygraphic recordings",
 * Electroencephalogr. Clin. Neurophysiol. 82, 1992) and EDF+ (Kemp and Olivan, Clin. Neurophysiol. 114, 2003) with
 * annotations and interruptions.
 *
 * <p>{@link org.ecgdistill.recording.edf.EdfFile} is the way in. The 24-bit relative BDF is not read.
 */
package org.ecgdistill.recording.edf;
