package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Chooses the recordings of the demonstration: from a folder of the PhysioNet/Computing in Cardiology Challenge 2017,
 * those of 10 to 30 seconds, at random, each class in the same proportion as in the folder, as many as fit into four
 * mebibytes. Its arguments are the folder with the records and REFERENCE.csv, and the folder in the workflow. Signals
 * and headers are copied unchanged; REFERENCE.csv is written with the chosen records only.
 */
public final class DemoRecordings {

    private static final String LABELS = "REFERENCE.csv";
    private static final List<String> ENDINGS = List.of(".hea", ".mat");
    private static final long SEED = 2017;
    private static final long BYTES = 4 * 1024 * 1024;

    /** Bytes of 10 and 30 seconds at 300 Hz: 16 bits per sample and MATLAB's header. */
    private static final int SHORTEST = 24 + 2 * 3_000;

    private static final int LONGEST = 24 + 2 * 9_000;

    private DemoRecordings() {}

    public static void main(String[] arguments) throws IOException {
        var from = Path.of(arguments[0]);
        var to = Path.of(arguments[1]);
        var labels = labels(from);
        var chosen = choose(from, labels);
        Files.createDirectories(to);
        removeEarlier(to);
        var lines = new ArrayList<String>();
        for (var record : chosen) {
            for (var ending : ENDINGS) {
                Files.copy(
                        from.resolve(record + ending),
                        to.resolve(record + ending),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            lines.add(record + "," + labels.get(record));
        }
        Files.writeString(to.resolve(LABELS), String.join("\n", lines) + "\n");
    }

    private static Map<String, String> labels(Path folder) throws IOException {
        var labels = new TreeMap<String, String>();
        for (var line : Files.readAllLines(folder.resolve(LABELS))) {
            var cells = line.strip().split(",");
            labels.put(cells[0], cells[1]);
        }
        return labels;
    }

    /** The largest choice that fits, in the order of the names. */
    private static List<String> choose(Path folder, Map<String, String> labels) throws IOException {
        var byClass = new TreeMap<String, List<String>>();
        for (var label : labels.entrySet()) {
            var bytes = Files.size(folder.resolve(label.getKey() + ".mat"));
            if (bytes >= SHORTEST && bytes <= LONGEST) {
                byClass.computeIfAbsent(label.getValue(), name -> new ArrayList<>())
                        .add(label.getKey());
            }
        }
        var random = new Random(SEED);
        byClass.values().forEach(records -> Collections.shuffle(records, random));
        List<String> best = List.of();
        for (var share = 1; share <= labels.size(); share++) {
            var chosen = new ArrayList<String>();
            for (var records : byClass.entrySet()) {
                var inFolder = Collections.frequency(labels.values(), records.getKey());
                var wanted = (int) Math.round((double) inFolder * share / labels.size());
                chosen.addAll(records.getValue()
                        .subList(0, Math.min(wanted, records.getValue().size())));
            }
            if (bytes(folder, chosen) > BYTES) {
                break;
            }
            Collections.sort(chosen);
            best = chosen;
        }
        return best;
    }

    /** Signals, headers, and a line of REFERENCE.csv for each. */
    private static long bytes(Path folder, List<String> records) throws IOException {
        var bytes = 0L;
        for (var record : records) {
            for (var ending : ENDINGS) {
                bytes += Files.size(folder.resolve(record + ending));
            }
            bytes += record.length() + 3;
        }
        return bytes;
    }

    private static void removeEarlier(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (ENDINGS.stream().anyMatch(file.toString()::endsWith)) {
                    Files.delete(file);
                }
            }
        }
    }
}
