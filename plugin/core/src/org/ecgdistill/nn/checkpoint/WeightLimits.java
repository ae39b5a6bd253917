package org.ecgdistill.nn.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecgdistill.nn.NetworkException;

/**
 * How much memory a file with weights may take. All limits for such files are defined here; they follow from the file's
 * own size, never from what it claims.
 */
public final class WeightLimits {

    /** Of the description in a model file. */
    public static final int LARGEST_MANIFEST = 16 << 20;

    /** Of the list of weights in a checkpoint: ECGFounder's takes some 60 kB. */
    static final int LARGEST_LIST = 16 << 20;

    /** In that list, which has some 20,000 for 500 tensors. */
    static final int MOST_INSTRUCTIONS = 1_000_000;

    /** Of the list of weights in the safetensors form: that of 500 tensors takes some 50 kB. */
    static final int LARGEST_HEADER = 4 << 20;

    /** Weights hardly shrink in a zip, and the shortest of them, of one byte, take 9 times that while they are read. */
    private static final int TIMES = 16;

    /** Small files may take this much regardless of their size. */
    private static final long FREE = 1 << 20;

    /** What a tensor takes besides its numbers. */
    private static final int TENSOR = 256;

    private final String file;
    private long left;

    private WeightLimits(String file, long size) {
        this.file = file;
        this.left = size > (Long.MAX_VALUE - FREE) / TIMES ? Long.MAX_VALUE : TIMES * size + FREE;
    }

    public static WeightLimits of(Path file) throws IOException {
        return new WeightLimits(file.toString(), Files.size(file));
    }

    /** The smaller of a bound and what the file may still take. */
    public int most(int bound) {
        return (int) Math.min(bound, left);
    }

    /** Deducts memory from what the file may take, before it is allocated. */
    void take(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw tooLarge();
        }
    }

    void takeTensor(int numbers) {
        take(TENSOR + 4L * numbers);
    }

    NetworkException tooLarge() {
        return new NetworkException(
                "\"" + file + "\" unpacks to more than " + TIMES
                        + " times its own size, which weights never do. The file is damaged or malicious: fetch it again from where its authors published it.");
    }
}
