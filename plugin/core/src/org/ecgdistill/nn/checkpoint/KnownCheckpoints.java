package org.ecgdistill.nn.checkpoint;

import java.util.Map;
import java.util.Optional;

/** Files of weights that are known by their fingerprint. */
public final class KnownCheckpoints {

    /** Fingerprints of the files as ECGFounder's authors released them. */
    private static final Map<String, String> NAMES = Map.of(
            "f863a38897fb49a27fec7e44008ea3c7bdbd29c77fa4a02ecbb8c56df4f37603", "1_lead_ECGFounder.pth",
            "ee199f3781f4ae1f732973267f003da0a759ea12bddb0dd28a77faa60aca7997", "12_lead_ECGFounder.pth");

    private KnownCheckpoints() {}

    /** The name under which this file was released, if it is one of those. */
    public static Optional<String> name(Checkpoint checkpoint) {
        return Optional.ofNullable(NAMES.get(checkpoint.sha256()));
    }

    /** A warning for the analyst about a file that is not known; empty for a released file. */
    public static Optional<String> warning(String file, Checkpoint checkpoint) {
        if (name(checkpoint).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("\"" + file + "\" is not one of the released ECGFounder files (its SHA-256 is "
                + checkpoint.sha256() + "). It is used anyway; make sure that you trust its source.");
    }
}
