package org.ecgdistill.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads records from JSON and takes nothing for granted: a field that is missing or holds something unexpected is
 * rejected by name. A lenient reader would put a 0 or a false in its place, and the model would be another one.
 */
final class RecordJson {

    /** Fields that the first versions did not write; they become 0, false or null, which the records accept. */
    private static final Set<String> LATER =
            Set.of("filter", "bottleneck", "unit", "resampling", "windows", "trainedOn", "exposure");

    private RecordJson() {}

    /**
     * Reads a record and the records in it.
     *
     * @param place where in the manifest the element lies, for messages
     */
    static <R extends Record> R read(JsonElement json, Class<R> type, String place) {
        var object = object(json, place);
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (var i = 0; i < values.length; i++) {
            var component = components[i];
            var name = component.getName();
            values[i] = !object.has(name) && LATER.contains(name)
                    ? absent(component.getType())
                    : value(object.get(name), component.getGenericType(), place + "." + name);
        }
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException ex) {
            throw new ModelException(
                    "The model's " + place + " can't be used: " + ex.getCause().getMessage()
                            + " Fetch or train the model again.",
                    ex.getCause());
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException("Every record of a manifest has a public constructor.", ex);
        }
    }

    private static Object absent(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? 0 : null;
    }

    static JsonObject object(JsonElement json, String place) {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw wrong(place, json, "a group of fields");
    }

    static String text(JsonElement json, String place) {
        if (json instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw wrong(place, json, "a text");
    }

    static boolean isTrue(JsonElement json, String place) {
        if (json instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw wrong(place, json, "true or false");
    }

    /** A count: no whole number in a manifest except the seed is below 0. */
    static int count(JsonElement json, String place) {
        return (int) whole(json, place, 0, Integer.MAX_VALUE);
    }

    static List<String> texts(JsonElement json, String place) {
        var texts = new ArrayList<String>();
        for (var element : array(json, place)) {
            texts.add(text(element, place));
        }
        return texts;
    }

    private static Object value(JsonElement json, Type type, String place) {
        if (type instanceof ParameterizedType many) {
            return many.getRawType() == List.class
                    ? list(json, many.getActualTypeArguments()[0], place)
                    : map(json, many.getActualTypeArguments()[1], place);
        }
        var simple = (Class<?>) type;
        if (simple == int.class || simple == Integer.class) {
            return count(json, place);
        }
        if (simple == long.class) {
            return whole(json, place, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (simple == double.class || simple == Double.class) {
            return number(json, place);
        }
        if (simple == boolean.class) {
            return isTrue(json, place);
        }
        if (simple.isEnum()) {
            return constant(json, simple, place);
        }
        return simple.isRecord() ? read(json, simple.asSubclass(Record.class), place) : text(json, place);
    }

    private static List<Object> list(JsonElement json, Type type, String place) {
        var list = new ArrayList<>();
        for (var element : array(json, place)) {
            list.add(value(element, type, place));
        }
        return list;
    }

    private static Map<String, Object> map(JsonElement json, Type type, String place) {
        var map = new LinkedHashMap<String, Object>();
        object(json, place)
                .entrySet()
                .forEach(item -> map.put(item.getKey(), value(item.getValue(), type, place + "." + item.getKey())));
        return map;
    }

    private static JsonArray array(JsonElement json, String place) {
        if (json instanceof JsonArray array) {
            return array;
        }
        throw wrong(place, json, "a list");
    }

    private static Object constant(JsonElement json, Class<?> type, String place) {
        var name = text(json, place);
        return Stream.of(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(
                        place,
                        json,
                        Stream.of(type.getEnumConstants())
                                        .map(constant -> ((Enum<?>) constant).name())
                                        .collect(Collectors.joining(", "))
                                + " (another version of ECG Distill may know more)"));
    }

    private static long whole(JsonElement json, String place, long from, long to) {
        if (json instanceof JsonPrimitive primitive && primitive.isNumber()) {
            try {
                var value = primitive.getAsBigDecimal().longValueExact();
                if (value >= from && value <= to) {
                    return value;
                }
            } catch (ArithmeticException | NumberFormatException ex) {
                // Reported below, like a number out of bounds.
            }
        }
        throw wrong(place, json, "a whole number from " + from + " to " + to);
    }

    private static double number(JsonElement json, String place) {
        if (json instanceof JsonPrimitive primitive && primitive.isNumber()) {
            var value = primitive.getAsDouble();
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw wrong(place, json, "a number");
    }

    private static ModelException wrong(String place, JsonElement json, String expected) {
        var text = String.valueOf(json);
        var found = json == null ? "is missing" : "is " + (text.length() > 60 ? text.substring(0, 60) + "…" : text);
        return new ModelException("The model's manifest is damaged: \"" + place + "\" " + found + " but should be "
                + expected + ". Fetch or train the model again.");
    }
}
