package org.ecgdistill.standin;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Compresses a stream in Snappy's block format (google/snappy, format_description.txt), the blocks framed as the Java
 * library of that name frames them: a header of 16 bytes, then length and bytes of each block.
 */
final class SnappyOutput extends OutputStream {

    static final byte[] MAGIC = {(byte) 0x82, 'S', 'N', 'A', 'P', 'P', 'Y', 0};
    private static final int BLOCK = 32 * 1024;
    private static final int HASH_BITS = 12;
    private static final int MAX_COPY = 64;

    private final DataOutputStream out;
    private final byte[] block = new byte[BLOCK];

    /** Where four bytes with a certain hash were last seen in the block. */
    private final int[] seen = new int[1 << HASH_BITS];

    /** Literals grow by at most one length byte in 60, three in 65536. */
    private final byte[] compressed = new byte[BLOCK + BLOCK / 32 + 64];

    private int filled;
    private int length;

    SnappyOutput(OutputStream out) throws IOException {
        this.out = new DataOutputStream(out);
        this.out.write(MAGIC);
        this.out.writeInt(1); // version
        this.out.writeInt(1); // oldest version that reads this
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == BLOCK) {
            writeBlock();
        }
        block[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        var done = 0;
        while (done < count) {
            if (filled == BLOCK) {
                writeBlock();
            }
            var part = Math.min(count - done, BLOCK - filled);
            System.arraycopy(bytes, offset + done, block, filled, part);
            filled += part;
            done += part;
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            writeBlock();
        }
    }

    private void writeBlock() throws IOException {
        if (filled > 0) {
            compress();
            out.writeInt(length);
            out.write(compressed, 0, length);
            filled = 0;
        }
    }

    private void compress() {
        length = 0;
        for (var rest = filled; ; rest >>>= 7) {
            put(rest > 0x7f ? rest & 0x7f | 0x80 : rest);
            if (rest <= 0x7f) {
                break;
            }
        }
        Arrays.fill(seen, -1);
        var literalStart = 0;
        var position = 0;
        while (position + 4 <= filled) {
            var hash = four(position) * 0x1e35a7bd >>> 32 - HASH_BITS;
            var earlier = seen[hash];
            seen[hash] = position;
            if (earlier >= 0 && four(earlier) == four(position)) {
                putLiteral(literalStart, position);
                var same = 4;
                while (position + same < filled && block[earlier + same] == block[position + same]) {
                    same++;
                }
                putCopy(position - earlier, same);
                position += same;
                literalStart = position;
            } else {
                position++;
            }
        }
        putLiteral(literalStart, filled);
    }

    private int four(int at) {
        return block[at] & 0xff | (block[at + 1] & 0xff) << 8 | (block[at + 2] & 0xff) << 16 | block[at + 3] << 24;
    }

    private void put(int b) {
        compressed[length++] = (byte) b;
    }

    private void putLiteral(int from, int to) {
        var last = to - from - 1;
        if (last < 0) {
            return;
        }
        if (last < 60) {
            put(last << 2);
        } else if (last < 256) {
            put(60 << 2);
            put(last);
        } else {
            put(61 << 2);
            put(last);
            put(last >>> 8);
        }
        System.arraycopy(block, from, compressed, length, to - from);
        length += to - from;
    }

    private void putCopy(int distance, int count) {
        for (var rest = count; rest > 0; rest -= MAX_COPY) {
            put(Math.min(rest, MAX_COPY) - 1 << 2 | 2);
            put(distance);
            put(distance >>> 8);
        }
    }
}
