/**
 * Recordings as stored on disk, read into samples in physical units and annotations.
 *
 * <p>{@link org.ecgdistill.recording.Recording} is what all formats have in common; one package below this one reads
 * each format, and {@code dataset} knows whole collections with their subjects and labels. What is done to a signal
 * once it is read lives in {@code org.ecgdistill.signal}.
 */
package org.ecgdistill.recording;
