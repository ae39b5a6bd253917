package org.ecgdistill.nn;

/** Some of a network's arrays, by name. */
public enum NetworkPart {
    ALL,
    /** The last layer, and the bottleneck before it if there is one. */
    HEAD,
    ALL_BUT_LAST_LAYER;

    /** Whether an array belongs to this part. */
    public boolean holds(String array) {
        return switch (this) {
            case ALL -> true;
            case HEAD -> Head.owns(array);
            case ALL_BUT_LAST_LAYER -> !array.startsWith("dense.");
        };
    }
}
