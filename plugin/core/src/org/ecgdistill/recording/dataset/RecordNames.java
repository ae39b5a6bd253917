package org.ecgdistill.recording.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the recording that a table means: by its whole name, or by a name that has fewer or more folders, the ending of
 * a file, or other capitals, if only one recording fits.
 */
final class RecordNames {

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{1,3}$");

    /** By the last part of the name in lower case: indices of the recordings. */
    private final Map<String, List<Integer>> byLastPart = new HashMap<>();

    private final Map<String, Integer> byName = new HashMap<>();
    private final List<String> names;

    RecordNames(List<String> names) {
        this.names = names;
        for (var i = 0; i < names.size(); i++) {
            byName.putIfAbsent(names.get(i), i);
            byLastPart
                    .computeIfAbsent(lastPart(lower(names.get(i))), name -> new ArrayList<>(1))
                    .add(i);
        }
    }

    /** The indices of the recordings that a name fits. */
    List<Integer> find(String written) {
        var path = written.replace('\\', '/');
        if (path.isEmpty() || path.endsWith("/")) {
            return List.of();
        }
        var whole = fit(path);
        return whole.isEmpty() ? fit(ENDING.matcher(path).replaceFirst("")) : whole;
    }

    private List<Integer> fit(String path) {
        var exact = byName.get(path);
        if (exact != null) {
            return List.of(exact);
        }
        var candidates = byLastPart.getOrDefault(lastPart(lower(path)), List.of());
        var sameCase = candidates.stream()
                .filter(i -> isEndOfOther(path, names.get(i)))
                .toList();
        return sameCase.isEmpty()
                ? candidates.stream()
                        .filter(i -> isEndOfOther(lower(path), lower(names.get(i))))
                        .toList()
                : sameCase;
    }

    private static boolean isEndOfOther(String first, String second) {
        return first.equals(second) || first.endsWith("/" + second) || second.endsWith("/" + first);
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
