/**
 * The formats of PhysioNet's WFDB software: headers, signal files, multi-segment records and annotation files, after the
 * manual pages header(5), signal(5) and annot(5) of the WFDB Applications Guide.
 *
 * <p>{@link org.ecgdistill.recording.wfdb.Wfdb} is the way in. Collections of records and their labels are not known here.
 */
package org.ecgdistill.recording.wfdb;
