/**
 * Comma-separated values: recordings as text, one column per lead or one row per record, and the parser for tables of
 * text that describe a data set.
 *
 * <p>{@link org.ecgdistill.recording.csv.CsvFile} opens recordings, {@link org.ecgdistill.recording.csv.CsvTable} reads
 * tables of text. Such files do not state their sampling rate: the caller gives it.
 */
package org.ecgdistill.recording.csv;
