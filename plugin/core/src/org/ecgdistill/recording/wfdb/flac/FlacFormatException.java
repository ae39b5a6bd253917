package org.ecgdistill.recording.wfdb.flac;

import java.io.IOException;

/** The bytes are not those of a FLAC stream; {@link FlacStream} names the file. */
final class FlacFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    FlacFormatException(String found) {
        super(found);
    }
}
