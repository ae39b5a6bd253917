package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Set;
import org.ecgdistill.standin.SettingsArrays;
import org.knime.core.node.InvalidSettingsException;

/** The reading side of a tree of settings. Getters without a default throw when the key is absent or of another type. */
public interface ConfigBaseRO extends Iterable<String> {

    ConfigBase getConfigBase(String key) throws InvalidSettingsException;

    void saveToXML(OutputStream os) throws IOException;

    void copyTo(ConfigBaseWO config);

    String getKey();

    Set<String> keySet();

    boolean containsKey(String key);

    @Override
    Iterator<String> iterator();

    int getInt(String key) throws InvalidSettingsException;

    int getInt(String key, int def);

    default int[] getIntArray(String key) throws InvalidSettingsException {
        return SettingsArrays.read(getConfigBase(key), int[].class, ConfigBase::getInt);
    }

    default int[] getIntArray(String key, int... def) {
        return SettingsArrays.readOr(def, () -> getIntArray(key));
    }

    double getDouble(String key) throws InvalidSettingsException;

    double getDouble(String key, double def);

    default double[] getDoubleArray(String key) throws InvalidSettingsException {
        return SettingsArrays.read(getConfigBase(key), double[].class, ConfigBase::getDouble);
    }

    default double[] getDoubleArray(String key, double... def) {
        return SettingsArrays.readOr(def, () -> getDoubleArray(key));
    }

    float getFloat(String key) throws InvalidSettingsException;

    float getFloat(String key, float def);

    default float[] getFloatArray(String key) throws InvalidSettingsException {
        return SettingsArrays.read(getConfigBase(key), float[].class, ConfigBase::getFloat);
    }

    default float[] getFloatArray(String key, float... def) {
        return SettingsArrays.readOr(def, () -> getFloatArray(key));
    }

    char getChar(String key) throws InvalidSettingsException;

    char getChar(String key, char def);

    default char[] getCharArray(String key) throws InvalidSettingsException {
        return SettingsArrays.read(getConfigBase(key), char[].class, ConfigBase::getChar);
    }

    default char[] getCharArray(String key, char... def) {
        return SettingsArrays.readOr(def, () -> getCharArray(key));
    }

    short getShort(String key) throws InvalidSettingsException;

    short getShort(String key, short def);

    default short[] getShortArray(String key) throws InvalidSettingsException {
        return SettingsArrays.read(getConfigBase(key), short[].class, ConfigBase::getShort);
    }

    default short[] getShortArray(String key, short... def) {
        return SettingsArrays.readOr(def, () -> getShortArray(key));
    }

    long getLong(String key) throws InvalidSettingsException;

    long getLong(String key, long def);

    default long[] getLongArray(String key) throws InvalidSettingsException {
        return SettingsArrays.read(getConfigBase(key), long[].class, ConfigBase::getLong);
    }

    default long[] getLongArray(String key, long... def) {
        return SettingsArrays.readOr(def, () -> getLongArray(key));
    }

    byte getByte(String key) throws InvalidSettingsException;

    byte getByte(String key, byte def);

    default byte[] getByteArray(String key) throws InvalidSettingsException {
        return SettingsArrays.read(getConfigBase(key), byte[].class, ConfigBase::getByte);
    }

    default byte[] getByteArray(String key, byte... def) {
        return SettingsArrays.readOr(def, () -> getByteArray(key));
    }

    boolean getBoolean(String key) throws InvalidSettingsException;

    boolean getBoolean(String key, boolean def);

    default boolean[] getBooleanArray(String key) throws InvalidSettingsException {
        return SettingsArrays.read(getConfigBase(key), boolean[].class, ConfigBase::getBoolean);
    }

    default boolean[] getBooleanArray(String key, boolean... def) {
        return SettingsArrays.readOr(def, () -> getBooleanArray(key));
    }

    String getString(String key) throws InvalidSettingsException;

    String getString(String key, String def);

    default String[] getStringArray(String key) throws InvalidSettingsException {
        return SettingsArrays.read(getConfigBase(key), String[].class, ConfigBase::getString);
    }

    default String[] getStringArray(String key, String... def) {
        return SettingsArrays.readOr(def, () -> getStringArray(key));
    }

    String getPassword(String key, String encryptionKey) throws InvalidSettingsException;

    String getPassword(String key, String encryptionKey, String def);

    String getTransientString(String key);
}
