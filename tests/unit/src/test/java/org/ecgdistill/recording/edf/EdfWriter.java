package org.ecgdistill.recording.edf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes EDF files for tests, field by field as the standard lists them. */
final class EdfWriter {

    private final List<String[]> signals = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private String version = "0";
    private String headerBytes;
    private String reserved = "";
    private String records = "-1";
    private String seconds = "1";

    EdfWriter version(String text) {
        version = text;
        return this;
    }

    EdfWriter headerBytes(String text) {
        headerBytes = text;
        return this;
    }

    EdfWriter reserved(String text) {
        reserved = text;
        return this;
    }

    EdfWriter records(String text) {
        records = text;
        return this;
    }

    EdfWriter seconds(String text) {
        seconds = text;
        return this;
    }

    /** Label, units, physical minimum and maximum, digital minimum and maximum, samples per data record. */
    EdfWriter signal(String... fields) {
        signals.add(fields);
        return this;
    }

    EdfWriter annotationSignal(int samplesPerRecord) {
        return signal("EDF Annotations", "", "-1", "1", "-32768", "32767", String.valueOf(samplesPerRecord));
    }

    EdfWriter samples(int... samples) {
        var bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (var sample : samples) {
            bytes.putShort((short) sample);
        }
        data.writeBytes(bytes.array());
        return this;
    }

    /** The text of an annotation signal, filled up with zeros. */
    EdfWriter text(String text, int samplesPerRecord) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        data.writeBytes(bytes);
        data.writeBytes(new byte[2 * samplesPerRecord - bytes.length]);
        return this;
    }

    byte[] bytes() {
        var count = signals.size();
        var header = new StringBuilder();
        field(header, version, 8);
        field(header, "X F 01-JAN-1950 Jane_Doe", 80);
        field(header, "Startdate 02-MAR-2002", 80);
        field(header, "02.03.02", 8);
        field(header, "10.11.12", 8);
        field(header, headerBytes == null ? String.valueOf(256 * (count + 1)) : headerBytes, 8);
        field(header, reserved, 44);
        field(header, records, 8);
        field(header, seconds, 8);
        field(header, String.valueOf(count), 4);
        var widths = new int[] {16, 8, 8, 8, 8, 8, 8};
        for (var i = 0; i < widths.length; i++) {
            for (var signal : signals) {
                field(header, signal[i], widths[i]);
            }
            if (i == 0 || i == 5) {
                // The transducer behind the labels, the filter before the numbers of samples.
                field(header, "", 80 * count);
            }
        }
        field(header, "", 32 * count);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(data.toByteArray());
        return bytes.toByteArray();
    }

    private static void field(StringBuilder header, String text, int width) {
        header.append(text).append(" ".repeat(width - text.length()));
    }
}
