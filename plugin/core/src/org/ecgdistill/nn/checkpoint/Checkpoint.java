package org.ecgdistill.nn.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The weights of a file by their names, in the file's order.
 *
 * @param tensors the weights
 * @param leftOut what else the file holds, which was skipped: an optimiser's state, settings, scores
 * @param sha256 the file's SHA-256 in hexadecimal digits, to distinguish a released file from a modified one
 */
public record Checkpoint(Map<String, Tensor> tensors, SortedSet<String> leftOut, String sha256) {

    public Checkpoint {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        leftOut = Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
    }
}
