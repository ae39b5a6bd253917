package org.ecgdistill.recording.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the recording that a table means: by its whole name, or by a name that has fewer or more folders, the ending of
 * a file, or other capitals, if only one recording fits.
 */
final class RecordNames {

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{1,3}$");

    /** Indices of the recordings by the whole name, and by each ending of it after a slash, all in lower case. */
    private final Map<String, List<Integer>> byEnd = new HashMap<>();

    private final Map<String, List<Integer>> byWhole = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final List<String> names;

    RecordNames(List<String> names) {
        this.names = names;
        for (var i = 0; i < names.size(); i++) {
            byName.putIfAbsent(names.get(i), i);
            var whole = lower(names.get(i));
            add(byWhole, whole, i);
            for (var start = 0; start >= 0; start = next(whole, start)) {
                add(byEnd, whole.substring(start), i);
            }
        }
    }

    private static void add(Map<String, List<Integer>> recordings, String name, int index) {
        recordings.computeIfAbsent(name, key -> new ArrayList<>(1)).add(index);
    }

    /** Where the part after the next slash begins; -1 after the last. */
    private static int next(String path, int start) {
        var slash = path.indexOf('/', start);
        return slash < 0 ? -1 : slash + 1;
    }

    /** The indices of the recordings that a name fits; of several only two. */
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
        var lower = lower(path);
        var candidates = new ArrayList<>(List.of(byEnd.getOrDefault(lower, List.of())));
        for (var start = next(lower, 0); start >= 0; start = next(lower, start)) {
            candidates.add(byWhole.getOrDefault(lower.substring(start), List.of()));
        }
        var sameCase =
                atMostTwo(candidates.stream().flatMap(List::stream).filter(i -> isEndOfOther(path, names.get(i))));
        return sameCase.isEmpty() ? atMostTwo(candidates.stream().flatMap(List::stream)) : sameCase;
    }

    private static List<Integer> atMostTwo(Stream<Integer> recordings) {
        return recordings.limit(2).toList();
    }

    private static boolean isEndOfOther(String first, String second) {
        return first.equals(second) || first.endsWith("/" + second) || second.endsWith("/" + first);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
