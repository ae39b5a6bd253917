package org.ecgdistill.recording.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes files a little, by chance but always the same way for the same seed. */
final class Mutator {

    private static final List<String> WORDS = List.of(
            "-1",
            "0",
            "1",
            "2147483647",
            "2147483648",
            "-2147483648",
            "65536",
            "1152921504606846976",
            "9223372036854775807",
            "99999999999999999999",
            "1e308",
            "-1e-308",
            "NaN",
            "Infinity",
            "0x10",
            "1.5",
            "",
            " ",
            "\n",
            "\0",
            "../../etc/passwd",
            "/",
            "~",
            "#",
            "\t",
            "x4",
            ":3",
            "+24",
            "(1)",
            "/mV",
            "16",
            "212",
            "8",
            "310",
            "311",
            "24",
            "32",
            "508",
            "EDF+D",
            "EDF Annotations ",
            "\u0014",
            "\u0015",
            "+1",
            "\uFEFF",
            "ä",
            ";",
            ",",
            "\"");

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    byte[] mutate(byte[] original) {
        var bytes = original.clone();
        for (var times = 1 + random.nextInt(4); times > 0; times--) {
            bytes = switch (random.nextInt(8)) {
                case 0 -> flip(bytes);
                case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
                case 2 -> splice(bytes, 0, bytes);
                case 3 -> splice(bytes, random.nextInt(8), new byte[0]);
                case 4 -> overwrite(bytes, word());
                case 5 -> splice(bytes, random.nextInt(8), word());
                case 6 -> number(bytes);
                default -> splice(bytes, 0, randomBytes());
            };
        }
        return bytes;
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] randomBytes() {
        var bytes = new byte[1 + random.nextInt(16)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] flip(byte[] bytes) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] overwrite(byte[] bytes, byte[] with) {
        var at = random.nextInt(bytes.length + 1);
        System.arraycopy(with, 0, bytes, at, Math.min(with.length, bytes.length - at));
        return bytes;
    }

    /** Puts other bytes, or a piece of them, in the place of some. */
    private byte[] splice(byte[] bytes, int removed, byte[] source) {
        var at = random.nextInt(bytes.length + 1);
        var behind = Math.min(bytes.length, at + removed);
        var from = source == bytes ? random.nextInt(bytes.length + 1) : 0;
        var piece = source == bytes
                ? Arrays.copyOfRange(source, from, Math.min(source.length, from + random.nextInt(64)))
                : source;
        var result = new byte[at + piece.length + bytes.length - behind];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(piece, 0, result, at, piece.length);
        System.arraycopy(bytes, behind, result, at + piece.length, bytes.length - behind);
        return result;
    }

    /** Puts another word in the place of a whole number in the text. */
    private byte[] number(byte[] bytes) {
        var start = random.nextInt(bytes.length + 1);
        while (start < bytes.length && !Character.isDigit(bytes[start])) {
            start++;
        }
        var end = start;
        while (end < bytes.length && Character.isDigit(bytes[end])) {
            end++;
        }
        var word = word();
        var result = new byte[start + word.length + bytes.length - end];
        System.arraycopy(bytes, 0, result, 0, start);
        System.arraycopy(word, 0, result, start, word.length);
        System.arraycopy(bytes, end, result, start + word.length, bytes.length - end);
        return result;
    }
}
