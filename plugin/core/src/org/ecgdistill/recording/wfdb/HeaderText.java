package org.ecgdistill.recording.wfdb;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ecgdistill.recording.Limits;
import org.ecgdistill.recording.RecordingException;

/** The bytes of a header file as text. */
final class HeaderText {

    private HeaderText() {}

    static String read(Path file) {
        return decode(file.getFileName().toString(), SmallFile.read(file, "a header", Limits.HEADER_BYTES));
    }

    /** UTF-8 if it is valid, else Latin-1, so that a comment in any alphabet does no harm. */
    static String decode(String file, byte[] bytes) {
        var start = 0;
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            start = 3;
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF) || holdsNul(bytes)) {
            throw new RecordingException("The header " + file
                    + " is not written in ASCII or UTF-8: it holds the bytes of UTF-16 text or of a binary file."
                    + " Open it in a text editor and save it as UTF-8, or choose the .hea file of the record.");
        }
        for (var i = start; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return beyondAscii(bytes, start);
            }
        }
        return new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1);
    }

    private static String beyondAscii(byte[] bytes, int start) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString();
        } catch (CharacterCodingException ex) {
            return new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (var i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsNul(byte[] bytes) {
        for (var value : bytes) {
            if (value == 0) {
                return true;
            }
        }
        return false;
    }
}
