package org.knime.core.node.config.base;

import org.ecgdistill.standin.SettingsArrays;

/** The writing side of a tree of settings. Adding under a key that is taken replaces what was there. */
public interface ConfigBaseWO {

    ConfigBase addConfigBase(String key);

    String getKey();

    void addInt(String key, int value);

    default void addIntArray(String key, int... values) {
        SettingsArrays.write(addConfigBase(key), values, (array, element, i) -> array.addInt(element, values[i]));
    }

    void addDouble(String key, double value);

    default void addDoubleArray(String key, double... values) {
        SettingsArrays.write(addConfigBase(key), values, (array, element, i) -> array.addDouble(element, values[i]));
    }

    void addFloat(String key, float value);

    default void addFloatArray(String key, float... values) {
        SettingsArrays.write(addConfigBase(key), values, (array, element, i) -> array.addFloat(element, values[i]));
    }

    void addChar(String key, char value);

    default void addCharArray(String key, char... values) {
        SettingsArrays.write(addConfigBase(key), values, (array, element, i) -> array.addChar(element, values[i]));
    }

    void addShort(String key, short value);

    default void addShortArray(String key, short... values) {
        SettingsArrays.write(addConfigBase(key), values, (array, element, i) -> array.addShort(element, values[i]));
    }

    void addLong(String key, long value);

    default void addLongArray(String key, long... values) {
        SettingsArrays.write(addConfigBase(key), values, (array, element, i) -> array.addLong(element, values[i]));
    }

    void addByte(String key, byte value);

    default void addByteArray(String key, byte... values) {
        SettingsArrays.write(addConfigBase(key), values, (array, element, i) -> array.addByte(element, values[i]));
    }

    void addBoolean(String key, boolean value);

    default void addBooleanArray(String key, boolean... values) {
        SettingsArrays.write(addConfigBase(key), values, (array, element, i) -> array.addBoolean(element, values[i]));
    }

    void addString(String key, String value);

    default void addStringArray(String key, String... values) {
        SettingsArrays.write(addConfigBase(key), values, (array, element, i) -> array.addString(element, values[i]));
    }

    void addPassword(String key, String encryptionKey, String value);

    void addTransientString(String key, String value);
}
