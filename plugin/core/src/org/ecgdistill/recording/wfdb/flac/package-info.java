/**
 * FLAC streams (RFC 9639), in which WFDB keeps compressed signals: finding, checking and decoding frames.
 *
 * <p>{@link org.ecgdistill.recording.wfdb.flac.FlacStream} is the way in. Headers and frames of records are not known here.
 */
package org.ecgdistill.recording.wfdb.flac;
