package org.ecgdistill.common;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.Optional;

/** Small values as JSON: numbers, texts, and arrays and lists of them. */
public final class Json {

    private Json() {}

    public static String write(Object value) {
        return new Gson().toJson(value);
    }

    /** The value; empty if the text is missing or holds something else. */
    public static <T> Optional<T> read(String json, Class<T> type) {
        try {
            return Optional.ofNullable(new Gson().fromJson(json, type));
        } catch (JsonParseException | IllegalArgumentException ex) {
            return Optional.empty();
        }
    }
}
