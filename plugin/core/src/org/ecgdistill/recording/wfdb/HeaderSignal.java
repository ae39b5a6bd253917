package org.ecgdistill.recording.wfdb;

import java.util.OptionalInt;

/**
 * One signal in a header.
 *
 * @param file that holds the samples
 * @param initial value of the first sample, if stated; format 8 counts from it
 * @param checksum 16-bit sum of all samples, if stated
 * @param description the name of the lead
 */
record HeaderSignal(
        String file,
        StorageField storage,
        ScaleField scale,
        OptionalInt initial,
        OptionalInt checksum,
        String description) {}
