package org.ecgdistill.recording.dataset;

/**
 * What became of a record that was found.
 *
 * @param message what is wrong with it and what to do; empty if nothing is
 */
public record RecordStatus(String record, String file, boolean isRead, String message) {}
