package org.ecgdistill.signal.synthesis;

/**
 * One heartbeat of a rhythm.
 *
 * @param time of its R peak (the main deflection), in seconds from the start of the record
 */
record Beat(double time, BeatType type) {}
