package org.ecgdistill.model.pretrained;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.ecgdistill.model.InputUnit;

/** What an ONNX file says in words about its network, under keys that exporters use. What is not understood is left out. */
final class OnnxMetadata {

    private static final List<String> CLASSES = List.of("classes", "class_names", "labels", "target_keys", "names");
    private static final List<String> LEADS = List.of("leads", "lead_names", "channels", "channel_names");
    private static final List<String> RATE =
            List.of("sampling_rate", "fs", "sample_rate", "sampling_frequency", "samplingrate");
    private static final List<String> UNIT = List.of("unit", "units", "scale");
    private static final List<String> MILLIVOLT = List.of("mv", "millivolt", "millivolts");
    private static final List<String> MICROVOLT =
            List.of("µv", "μv", "uv", "microvolt", "microvolts", "mikrovolt", "mikrovolts");
    private static final double HIGHEST_RATE = 1_000_000;

    /** A text in a list in JSON or Python; with a colon it is the key of the next. */
    private static final Pattern QUOTED = Pattern.compile("(?:\"([^\"]*)\"|'([^']*)')(\\s*:)?");

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern KEY = Pattern.compile("^\\s*\\d+\\s*:");

    private final Map<String, String> values = new HashMap<>();

    OnnxMetadata(Map<String, String> metadata) {
        metadata.forEach((key, value) -> values.putIfAbsent(key.toLowerCase(Locale.ROOT), value.strip()));
    }

    private Optional<String> first(List<String> keys) {
        return keys.stream()
                .map(values::get)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst();
    }

    /** The classes' names; empty if they are unknown. */
    List<String> classes() {
        return first(CLASSES).map(OnnxMetadata::list).orElse(List.of());
    }

    /** The leads' names; empty if they are unknown. Numbers are no names: some files give how many leads there are. */
    List<String> leads() {
        var names = first(LEADS).map(OnnxMetadata::list).orElse(List.of());
        return names.stream().anyMatch(NUMBER.asMatchPredicate()) ? List.of() : names;
    }

    /** In Hz. */
    OptionalDouble rate() {
        var text = first(RATE).map(value -> value.replaceFirst("(?i)\\s*hz$", ""));
        try {
            var rate = text.isPresent() ? Double.parseDouble(text.get()) : 0;
            return rate > 0 && rate <= HIGHEST_RATE ? OptionalDouble.of(rate) : OptionalDouble.empty();
        } catch (NumberFormatException ex) {
            return OptionalDouble.empty();
        }
    }

    Optional<InputUnit> unit() {
        return first(UNIT).map(unit -> unit.toLowerCase(Locale.ROOT)).flatMap(unit -> {
            if (MILLIVOLT.contains(unit)) {
                return Optional.of(InputUnit.MILLIVOLT);
            }
            return MICROVOLT.contains(unit) ? Optional.of(InputUnit.MICROVOLT) : Optional.empty();
        });
    }

    /** A list as JSON or Python write it, or texts between commas; empty if they are not names that all differ. */
    static List<String> list(String text) {
        var names = new ArrayList<String>();
        var quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            if (quoted.group(3) == null) {
                names.add((quoted.group(1) == null ? quoted.group(2) : quoted.group(1)).strip());
            }
        }
        if (names.isEmpty()) {
            var inner = text.replaceFirst("^\\s*[\\[({]", "").replaceFirst("[\\])}]\\s*$", "");
            for (var part : inner.split(",")) {
                names.add(KEY.matcher(part).replaceFirst("").strip());
            }
        }
        var areNames = names.stream().noneMatch(String::isEmpty) && new HashSet<>(names).size() == names.size();
        return areNames ? List.copyOf(names) : List.of();
    }
}
