package org.ecgdistill.standin;

import java.lang.reflect.Array;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;

/** Arrays in settings: a config with the size and an entry per element; without a size for null. */
public final class SettingsArrays {

    private static final String SIZE = "array-size";

    /** Reads an element of an array. */
    public interface ElementReader {
        Object read(ConfigBase array, String key) throws InvalidSettingsException;
    }

    /** Writes an element of an array. */
    public interface ElementWriter {
        void write(ConfigBase array, String key, int index);
    }

    /** Reads an array. */
    public interface ArrayReader<A> {
        A read() throws InvalidSettingsException;
    }

    private SettingsArrays() {}

    /** @return null if null was saved */
    public static <A> A read(ConfigBase array, Class<A> type, ElementReader reader) throws InvalidSettingsException {
        var size = array.getInt(SIZE, -1);
        if (size == -1) {
            return null;
        }
        var values = Array.newInstance(type.getComponentType(), size);
        for (var i = 0; i < size; i++) {
            Array.set(values, i, reader.read(array, Integer.toString(i)));
        }
        return type.cast(values);
    }

    public static <A> A readOr(A other, ArrayReader<A> reader) {
        try {
            return reader.read();
        } catch (InvalidSettingsException ex) {
            return other;
        }
    }

    /** @param values may be null */
    public static void write(ConfigBase array, Object values, ElementWriter writer) {
        if (values != null) {
            var size = Array.getLength(values);
            array.addInt(SIZE, size);
            for (var i = 0; i < size; i++) {
                writer.write(array, Integer.toString(i), i);
            }
        }
    }
}
