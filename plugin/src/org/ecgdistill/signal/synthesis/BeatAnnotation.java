package org.ecgdistill.signal.synthesis;

/**
 * A beat of a record.
 *
 * @param sample of its R peak (of the main deflection), from 0
 */
public record BeatAnnotation(int sample, BeatType type) {}
