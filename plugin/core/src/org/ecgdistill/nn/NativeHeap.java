package org.ecgdistill.nn;

import com.sun.jna.Function;
import com.sun.jna.Platform;

/**
 * The heap of the C library, from which PyTorch takes the memory of its arrays. By default it returns memory to the
 * system with every array that is freed and requests it again for the next array, page by page; in a training that
 * takes as long as the arithmetic. Here it is set to keep its memory while networks are at work, and to return it once
 * afterwards.
 *
 * <p>Only glibc, which most Linux systems use, can be set in this way; elsewhere nothing happens.
 */
final class NativeHeap {

    /** Numbers of glibc's malloc.h. */
    private static final int TRIM_THRESHOLD = -1;

    private static final int TOP_PAD = -2;
    private static final int MAP_THRESHOLD = -3;
    private static final int HEAPS = -8;
    private static final int LARGE = 1 << 30;

    /** As large as the parts that glibc's heaps are made of: a part that has become free is then kept too. */
    private static final int PART = 64 << 20;

    private static final boolean CAN_TELL = tell();

    private NativeHeap() {}

    /** Keeps freed memory from now on; one call is enough. */
    static boolean keepsFreedMemory() {
        return CAN_TELL;
    }

    /** Gives all free memory back to the system. */
    static void giveBack() {
        if (CAN_TELL) {
            Function.getFunction("c", "malloc_trim").invokeInt(new Object[] {0L});
        }
    }

    private static boolean tell() {
        if (!Platform.isLinux()) {
            return false;
        }
        try {
            var set = Function.getFunction("c", "mallopt");
            set.invokeInt(new Object[] {TOP_PAD, PART});
            set.invokeInt(new Object[] {MAP_THRESHOLD, LARGE});
            // Each heap keeps its memory: one heap per working thread is enough.
            set.invokeInt(new Object[] {HEAPS, Runtime.getRuntime().availableProcessors() + 1});
            set.invokeInt(new Object[] {TRIM_THRESHOLD, LARGE});
            Function.getFunction("c", "malloc_trim");
            return true;
        } catch (LinkageError ex) {
            // Another C library than glibc: slower, but nothing is wrong.
            return false;
        }
    }
}
