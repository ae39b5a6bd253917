package org.ecgdistill.runner.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.ecgdistill.runner.api.RunnerException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Gives parameters in a node's settings other values, keeping the type that each of them has. */
final class Parameters {
    private static final String PRESENT = "_is_present";

    private final String node;
    private final NodeSettings settings;
    private final NodeSettings defaults;

    /**
     * @param node the node's name, for messages
     * @param settings what is changed: the part {@code model} of settings.xml
     * @param defaults the same part of a freshly made node: what it could have
     */
    Parameters(String node, NodeSettings settings, NodeSettings defaults) {
        this.node = node;
        this.settings = settings;
        this.defaults = defaults;
    }

    /** See {@link org.ecgdistill.runner.api.Setting}. */
    void set(String path, Object value) {
        try {
            var steps = path.split("/");
            var group = settings;
            var groupDefaults = defaults;
            for (var step : Arrays.copyOf(steps, steps.length - 1)) {
                groupDefaults = child(groupDefaults, step);
                if (!group.containsKey(step) && groupDefaults != null) {
                    groupDefaults.copyTo(group.addNodeSettings(step));
                }
                group = child(group, step);
                if (group == null) {
                    throw unknown(path);
                }
            }
            var key = steps[steps.length - 1];
            if (!group.containsKey(key) && groupDefaults != null && groupDefaults.containsKey(key)) {
                group.addEntry(groupDefaults.getEntry(key));
            }
            set(group, key, path, value);
        } catch (InvalidSettingsException ex) {
            throw new RunnerException(
                    "Parameter \"" + path + "\" of " + node + " cannot be set: " + ex.getMessage(), ex);
        }
    }

    private void set(NodeSettings group, String key, String path, Object value) throws InvalidSettingsException {
        var inner = child(group, key);
        if (inner != null && inner.containsKey("array-size")) {
            setArray(inner, path, value);
        } else if (inner != null && inner.containsKey("location_present")) {
            setFile(inner, value);
        } else if (inner != null && child(inner, "path") != null) {
            setFile(inner.getNodeSettings("path"), value);
        } else if (inner != null) {
            throw new RunnerException("Parameter \"" + path + "\" of " + node + " is a group; set one of its members: "
                    + String.join(", ", inner.keySet()) + ".");
        } else if (!group.containsKey(key)) {
            throw unknown(path);
        } else {
            setEntry(group, key, path, value);
        }
    }

    private void setEntry(NodeSettings group, String key, String path, Object value) {
        if (group.containsKey(key + PRESENT)) {
            var present = value != null && !value.toString().isBlank();
            group.addBoolean(key + PRESENT, present);
            if (!present) {
                return;
            }
        }
        add(group, key, group.getEntry(key).getType().name(), path, value);
    }

    private void add(NodeSettings group, String key, String type, String path, Object value) {
        var text = value == null ? null : value.toString().strip();
        try {
            switch (type) {
                case "xint" -> group.addInt(key, Integer.parseInt(required(text, path)));
                case "xlong" -> group.addLong(key, Long.parseLong(required(text, path)));
                case "xdouble" -> group.addDouble(key, Double.parseDouble(required(text, path)));
                case "xfloat" -> group.addFloat(key, Float.parseFloat(required(text, path)));
                case "xboolean" -> group.addBoolean(key, truth(required(text, path), path));
                case "xstring" -> group.addString(key, value == null ? null : value.toString());
                default ->
                    throw new RunnerException("Parameter \"" + path + "\" of " + node + " is of type " + type
                            + ", which cannot be set here.");
            }
        } catch (NumberFormatException ex) {
            throw new RunnerException(
                    "Parameter \"" + path + "\" of " + node + " takes a number, but got \"" + value + "\".", ex);
        }
    }

    private String required(String text, String path) {
        if (text == null) {
            throw new RunnerException("Parameter \"" + path + "\" of " + node + " needs a value.");
        }
        return text;
    }

    private boolean truth(String text, String path) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new RunnerException(
                        "Parameter \"" + path + "\" of " + node + " takes true or false, but got \"" + text + "\".");
        };
    }

    private void setArray(NodeSettings array, String path, Object value) {
        var values = values(value);
        var type = array.containsKey("0") ? array.getEntry("0").getType().name() : typeOf(values);
        for (var key : List.copyOf(array.keySet())) {
            array.removeConfig(key);
        }
        array.addInt("array-size", values.size());
        for (var i = 0; i < values.size(); i++) {
            add(array, Integer.toString(i), type, path + "/" + i, values.get(i));
        }
    }

    /** A list, or a text with commas between its elements. */
    private static List<?> values(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        if (value == null || value.toString().isBlank()) {
            return List.of();
        }
        return Arrays.stream(value.toString().split(",")).map(String::strip).toList();
    }

    private static String typeOf(List<?> values) {
        var first = values.isEmpty() ? "" : values.get(0);
        if (first instanceof Integer) {
            return "xint";
        }
        if (first instanceof Long) {
            return "xlong";
        }
        if (first instanceof Double) {
            return "xdouble";
        }
        return first instanceof Boolean ? "xboolean" : "xstring";
    }

    /** The form in which the file chooser stores a file of this machine. */
    private static void setFile(NodeSettings location, Object value) {
        var path = value instanceof Path file ? file.toAbsolutePath().toString() : String.valueOf(value);
        for (var key : List.copyOf(location.keySet())) {
            location.removeConfig(key);
        }
        location.addBoolean("location_present", true);
        location.addString("file_system_type", "LOCAL");
        location.addString("path", path);
    }

    private static NodeSettings child(NodeSettings group, String key) throws InvalidSettingsException {
        return group != null && group.getEntry(key) instanceof NodeSettings ? group.getNodeSettings(key) : null;
    }

    private RunnerException unknown(String path) {
        var known = new ArrayList<String>();
        entries(defaults, "", (parameter, value) -> known.add(parameter));
        return new RunnerException(node + " has no parameter \"" + path + "\"; it has "
                + (known.isEmpty() ? "none" : known.stream().collect(Collectors.joining(", "))) + ".");
    }

    /** All parameters of a node with their values as texts, in the order of the settings. */
    static void entries(NodeSettings group, String prefix, BiConsumer<String, String> each) {
        for (var key : group.keySet()) {
            if (group.getEntry(key) instanceof NodeSettings inner
                    && !inner.containsKey("array-size")
                    && !inner.containsKey("location_present")) {
                entries(inner, prefix + key + "/", each);
            } else if (!key.endsWith(PRESENT)) {
                each.accept(prefix + key, text(group, key));
            }
        }
    }

    private static String text(NodeSettings group, String key) {
        var entry = group.getEntry(key);
        if (entry instanceof NodeSettings array) {
            return array.keySet().stream()
                    .filter(index -> !"array-size".equals(index))
                    .map(index -> array.getEntry(index).toStringValue())
                    .collect(Collectors.joining(", "));
        }
        return group.getBoolean(key + PRESENT, true) ? entry.toStringValue() : null;
    }
}
