package org.ecgdistill.recording.wfdb;

import java.io.IOException;

/** The bytes are not those of a FLAC stream; {@link FlacFrames} says which file and where. */
final class FlacFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    FlacFormatException(String found) {
        super(found);
    }
}
