package org.ecgdistill.nn.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ecgdistill.common.Progress;

/** A file's fingerprint. */
final class Sha256 {

    private static final int CHUNK = 1 << 20;

    private Sha256() {}

    static String of(Path file, Progress progress) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java has SHA-256.", ex);
        }
        try (var in = Files.newInputStream(file)) {
            var size = (double) Files.size(file);
            var chunk = new byte[CHUNK];
            var done = 0L;
            for (var count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
                done += count;
                progress.report(Math.min(1, done / size), "Checking the file");
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
