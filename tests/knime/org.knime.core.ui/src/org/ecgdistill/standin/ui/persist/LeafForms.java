package org.ecgdistill.standin.ui.persist;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.webui.node.dialog.defaultdialog.setting.singleselection.StringOrEnum;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.data.location.FSLocationSerializationUtils;

/** The forms of single values: numbers, texts, choices, lists of numbers and texts, places of files. */
final class LeafForms {

    /** Loads a value. */
    private interface Loader<T> {
        T load(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    /** Stores a value. */
    private interface Saver<T> {
        void save(NodeSettingsWO settings, String key, T value);
    }

    /** One value type; {@code empty} is what is stored for an optional value that is not there. */
    private record Leaf<T>(Loader<T> loader, Saver<T> saver, T empty) {

        void save(NodeSettingsWO settings, String key, Object value) {
            @SuppressWarnings("unchecked") // leaves are found by the field's type
            var typed = (T) value;
            saver.save(settings, key, typed);
        }
    }

    private static final Map<Class<?>, Leaf<?>> LEAVES = new HashMap<>();

    private LeafForms() {}

    private static <T> void leaf(Class<T> type, Loader<T> loader, Saver<T> saver, T empty, Class<?>... also) {
        var leaf = new Leaf<>(loader, saver, empty);
        LEAVES.put(type, leaf);
        for (var alias : also) {
            LEAVES.put(alias, leaf);
        }
    }

    static {
        leaf(Void.class, (s, k) -> null, (s, k, v) -> {}, null);
        leaf(Integer.class, NodeSettingsRO::getInt, NodeSettingsWO::addInt, 0, int.class);
        leaf(Long.class, NodeSettingsRO::getLong, NodeSettingsWO::addLong, 0L, long.class);
        leaf(Double.class, NodeSettingsRO::getDouble, NodeSettingsWO::addDouble, 0.0, double.class);
        leaf(Float.class, NodeSettingsRO::getFloat, NodeSettingsWO::addFloat, 0f, float.class);
        leaf(Byte.class, NodeSettingsRO::getByte, NodeSettingsWO::addByte, (byte) 0, byte.class);
        leaf(Character.class, NodeSettingsRO::getChar, NodeSettingsWO::addChar, ' ', char.class);
        leaf(Boolean.class, NodeSettingsRO::getBoolean, NodeSettingsWO::addBoolean, false, boolean.class);
        leaf(String.class, NodeSettingsRO::getString, NodeSettingsWO::addString, null);
        leaf(int[].class, NodeSettingsRO::getIntArray, NodeSettingsWO::addIntArray, new int[0]);
        leaf(long[].class, NodeSettingsRO::getLongArray, NodeSettingsWO::addLongArray, new long[0]);
        leaf(double[].class, NodeSettingsRO::getDoubleArray, NodeSettingsWO::addDoubleArray, new double[0]);
        leaf(float[].class, NodeSettingsRO::getFloatArray, NodeSettingsWO::addFloatArray, new float[0]);
        leaf(byte[].class, NodeSettingsRO::getByteArray, NodeSettingsWO::addByteArray, new byte[0]);
        leaf(char[].class, NodeSettingsRO::getCharArray, NodeSettingsWO::addCharArray, new char[0]);
        leaf(boolean[].class, NodeSettingsRO::getBooleanArray, NodeSettingsWO::addBooleanArray, new boolean[0]);
        leaf(String[].class, NodeSettingsRO::getStringArray, NodeSettingsWO::addStringArray, new String[0]);
        leaf(DataType.class, NodeSettingsRO::getDataType, NodeSettingsWO::addDataType, StringCell.TYPE);
        leaf(
                FSLocation.class,
                (s, k) -> FSLocationSerializationUtils.loadFSLocation(s.getNodeSettings(k)),
                (s, k, v) -> FSLocationSerializationUtils.saveFSLocation(v, s.addNodeSettings(k)),
                new FSLocation(FSCategory.LOCAL, ""));
    }

    static Form of(ParameterField field) {
        var leaf = leafOf(field);
        var key = field.key();
        return field.isOptional() ? new OptionalForm(leaf, key) : new SingleForm(leaf, key);
    }

    private static Leaf<?> leafOf(ParameterField field) {
        var type = field.valueType().getRawClass();
        if (type.isEnum()) {
            return enumLeaf(type, StringOrEnum.class == field.owner());
        }
        var leaf = LEAVES.get(type);
        if (leaf == null) {
            throw new IllegalArgumentException(
                    "No default persistor available for type '" + type + "' of " + field + ".");
        }
        return leaf;
    }

    private static Leaf<Enum<?>> enumLeaf(Class<?> type, boolean mayBeNull) {
        return new Leaf<>(
                (settings, key) -> {
                    var name = settings.getString(key);
                    return name == null && mayBeNull ? null : constant(type, name);
                },
                (settings, key, value) -> settings.addString(key, value == null ? null : value.name()),
                null);
    }

    private static Enum<?> constant(Class<?> type, String name) throws InvalidSettingsException {
        var names = new StringBuilder();
        for (var candidate : type.getEnumConstants()) {
            var constant = (Enum<?>) candidate;
            if (constant.name().equals(name)) {
                return constant;
            }
            names.append(names.isEmpty() ? "" : ", ").append(constant.name());
        }
        throw new InvalidSettingsException("Invalid value '" + name + "'. Possible values: " + names);
    }

    /** A value under its key. */
    private record SingleForm(Leaf<?> leaf, String key) implements Form {

        @Override
        public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
            return leaf.loader().load(settings, key);
        }

        @Override
        public void save(Object value, NodeSettingsWO settings) {
            leaf.save(settings, key, value);
        }
    }

    /** A value that may be absent: its key (holding something empty then) and whether it is there. */
    private record OptionalForm(Leaf<?> leaf, String key) implements Form {

        private String presence() {
            return key + "_is_present";
        }

        @Override
        public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
            return settings.getBoolean(presence(), true)
                    ? Optional.ofNullable(leaf.loader().load(settings, key))
                    : Optional.empty();
        }

        @Override
        public void save(Object value, NodeSettingsWO settings) {
            var content = ((Optional<?>) value).orElse(null);
            leaf.save(settings, key, content == null ? leaf.empty() : content);
            settings.addBoolean(presence(), content != null);
        }
    }
}
