package org.ecgdistill.standin;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads what {@link SnappyOutput} writes, with all forms of copies that the format knows. */
final class SnappyInput extends InputStream {

    private static final int MAX_BLOCK = 1 << 26;

    private final DataInputStream in;
    private byte[] block = new byte[0];
    private int size;
    private int position;

    SnappyInput(InputStream in) throws IOException {
        this.in = new DataInputStream(in);
        if (!Arrays.equals(this.in.readNBytes(SnappyOutput.MAGIC.length), SnappyOutput.MAGIC)) {
            throw new IOException("The table's rows are not compressed with Snappy, as its description says.");
        }
        this.in.skipNBytes(8); // versions
    }

    @Override
    public int read() throws IOException {
        return position < size || readBlock() ? block[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (position == size && !readBlock()) {
            return -1;
        }
        var part = Math.min(count, size - position);
        System.arraycopy(block, position, bytes, offset, part);
        position += part;
        return part;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean readBlock() throws IOException {
        do {
            var first = in.read();
            if (first < 0) {
                return false;
            }
            var length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
            if (length < 0 || length > MAX_BLOCK) {
                throw broken();
            }
            var compressed = in.readNBytes(length);
            if (compressed.length < length) {
                throw broken();
            }
            try {
                decompress(compressed);
            } catch (IndexOutOfBoundsException ex) {
                throw broken();
            }
        } while (size == 0);
        return true;
    }

    private static IOException broken() {
        return new IOException("The table's rows cannot be read: the compressed data are damaged.");
    }

    private void decompress(byte[] in) throws IOException {
        var at = 0;
        var total = 0;
        for (var shift = 0; ; shift += 7) {
            var b = in[at++];
            total |= (b & 0x7f) << shift;
            if (b >= 0) {
                break;
            }
        }
        if (total < 0 || total > MAX_BLOCK) {
            throw broken();
        }
        if (block.length < total) {
            block = new byte[total];
        }
        position = 0;
        var out = 0;
        while (at < in.length) {
            var tag = in[at++] & 0xff;
            var kind = tag & 3;
            int count;
            if (kind == 0) {
                count = tag >>> 2;
                if (count >= 60) {
                    var bytes = count - 59;
                    count = littleEndian(in, at, bytes);
                    at += bytes;
                }
                count++;
                System.arraycopy(in, at, block, out, count);
                at += count;
            } else {
                int distance;
                if (kind == 1) {
                    count = (tag >>> 2 & 7) + 4;
                    distance = tag >>> 5 << 8 | in[at++] & 0xff;
                } else {
                    var bytes = kind == 2 ? 2 : 4;
                    count = (tag >>> 2) + 1;
                    distance = littleEndian(in, at, bytes);
                    at += bytes;
                }
                if (distance <= 0 || distance > out) {
                    throw broken();
                }
                // byte by byte, since a copy may run into itself
                for (var i = out; i < out + count; i++) {
                    block[i] = block[i - distance];
                }
            }
            out += count;
        }
        if (out != total) {
            throw broken();
        }
        size = total;
    }

    private static int littleEndian(byte[] in, int at, int bytes) {
        var value = 0;
        for (var i = 0; i < bytes; i++) {
            value |= (in[at + i] & 0xff) << 8 * i;
        }
        return value;
    }
}
