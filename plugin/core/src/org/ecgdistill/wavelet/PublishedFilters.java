package org.ecgdistill.wavelet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the table of filters, {@code filters.txt}, once. */
final class PublishedFilters {

    private static final String TABLE = "filters.txt";
    private static final Map<String, Wavelet> WAVELETS = read();

    private PublishedFilters() {}

    static Optional<Wavelet> wavelet(String name) {
        var key = name.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(WAVELETS.get(key.equals("db1") ? "haar" : key));
    }

    static List<String> names() {
        return List.copyOf(WAVELETS.keySet());
    }

    private static Map<String, Wavelet> read() {
        var wavelets = new LinkedHashMap<String, Wavelet>();
        try (var lines = new BufferedReader(
                new InputStreamReader(PublishedFilters.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    add(line.split(" "), wavelets);
                }
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return wavelets;
    }

    /** A name that ends in / carries the decomposition filter of the biorthogonal wavelet on the line before. */
    private static void add(String[] words, Map<String, Wavelet> wavelets) {
        var filter =
                Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
        if (words[0].endsWith("/")) {
            var name = words[0].substring(0, words[0].length() - 1);
            wavelets.put(name, new Wavelet(name, filter, wavelets.get(name).reconstructionLow()));
        } else {
            wavelets.put(words[0], new Wavelet(words[0], reversed(filter), filter));
        }
    }

    private static double[] reversed(double[] filter) {
        return IntStream.rangeClosed(1, filter.length)
                .mapToDouble(k -> filter[filter.length - k])
                .toArray();
    }
}
