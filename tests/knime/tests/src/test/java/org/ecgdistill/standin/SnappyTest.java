package org.ecgdistill.standin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The compression of tables' rows; that real KNIME's are read is tested in {@link SavedTablesTest}. */
class SnappyTest {

    private static byte[] compress(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var snappy = new SnappyOutput(out)) {
            snappy.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] decompress(byte[] bytes) throws IOException {
        try (var in = new SnappyInput(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    @Test
    void whatIsCompressedComesBack() throws IOException {
        var random = new Random(1);
        for (var length : new int[] {0, 1, 3, 4, 5, 59, 60, 61, 64, 65, 255, 256, 257, 32767, 32768, 32769, 200_000}) {
            var noise = new byte[length];
            random.nextBytes(noise);
            assertArrayEquals(noise, decompress(compress(noise)));
            var pattern = new byte[length];
            for (var i = 0; i < length; i++) {
                pattern[i] = (byte) (i % 7 == 0 ? random.nextInt(3) : i % 11);
            }
            assertArrayEquals(pattern, decompress(compress(pattern)));
        }
    }

    @Test
    void repetitionIsCompressed() throws IOException {
        var size = compress(new byte[1_000_000]).length;
        assertTrue(size < 60_000, "a million zeros take " + size + " bytes");
    }

    /**
     * Byte by byte after the format's description: a literal of four bytes; a copy of 4 at distance 4 (one byte offset); a
     * copy of 5 at distance 1 (two bytes offset), which runs into itself; a copy of 3 at distance 3 (four bytes offset);
     * a literal whose length takes a byte of its own.
     */
    @Test
    void allElementsOfTheFormatAreRead() throws IOException {
        var block = new byte[] {
            18,
            3 << 2,
            'a',
            'b',
            'c',
            'd',
            1,
            4,
            4 << 2 | 2,
            1,
            0,
            2 << 2 | 3,
            3,
            0,
            0,
            0,
            (byte) (60 << 2),
            1,
            'y',
            'z'
        };
        var framed = new ByteArrayOutputStream();
        framed.write(SnappyOutput.MAGIC);
        framed.write(new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, (byte) block.length});
        framed.write(block);
        assertArrayEquals("abcdabcddddddddd".concat("yz").getBytes(), decompress(framed.toByteArray()));
    }

    @Test
    void damagedBytesAreAnIoException() throws IOException {
        var random = new Random(2);
        var good = compress(new byte[1000]);
        assertThrows(IOException.class, () -> decompress(new byte[] {1, 2, 3}));
        for (var i = 0; i < 2000; i++) {
            var bad = good.clone();
            bad[16 + random.nextInt(bad.length - 16)] = (byte) random.nextInt();
            try {
                decompress(bad);
            } catch (IOException ex) {
                assertTrue(ex.getMessage() == null || !ex.getMessage().isBlank());
            }
        }
    }
}
