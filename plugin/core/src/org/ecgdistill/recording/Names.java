package org.ecgdistill.recording;

import java.util.List;
import java.util.stream.Collectors;

/** Names in a message. */
public final class Names {

    private Names() {}

    /** The names, separated by commas; of a long list the first names and the number of the others. */
    public static String list(List<String> names) {
        var more = names.size() - Limits.NAMES;
        return names.stream().limit(Limits.NAMES).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
