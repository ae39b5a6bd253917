package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;
import org.xml.sax.SAXException;

/** A tree of settings, in the order in which they were added. */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final long serialVersionUID = 1L;

    private final Map<String, AbstractConfigEntry> entries = new LinkedHashMap<>();

    public ConfigBase(String key) {
        super(ConfigEntries.config, key);
    }

    /** An empty tree of the same class. */
    public abstract ConfigBase getInstance(String key);

    protected void put(AbstractConfigEntry e) {
        entries.put(e.getKey(), e);
    }

    protected AbstractConfigEntry get(String key) {
        return entries.get(key);
    }

    public AbstractConfigEntry getEntry(String key) {
        return entries.get(key);
    }

    public void addEntry(AbstractConfigEntry entry) {
        put(entry);
    }

    public final AbstractConfigEntry removeConfig(String key) {
        return entries.remove(key);
    }

    @Override
    public final ConfigBase addConfigBase(String key) {
        var config = getInstance(key);
        put(config);
        return config;
    }

    protected final void addConfigBase(ConfigBase config) {
        if (config.getClass() != getClass()) {
            throw new IllegalArgumentException("A " + getClass().getSimpleName() + " cannot hold a "
                    + config.getClass().getSimpleName() + ".");
        }
        put(config);
    }

    @Override
    public final ConfigBase getConfigBase(String key) throws InvalidSettingsException {
        return entry(key, ConfigBase.class, "ConfigBase");
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public boolean containsKey(String key) {
        return entries.containsKey(key);
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public void addInt(String key, int value) {
        put(new ConfigIntEntry(key, value));
    }

    @Override
    public int getInt(String key) throws InvalidSettingsException {
        return entry(key, ConfigIntEntry.class, "Int").getInt();
    }

    @Override
    public int getInt(String key, int def) {
        return entries.get(key) instanceof ConfigIntEntry entry ? entry.getInt() : def;
    }

    @Override
    public void addDouble(String key, double value) {
        put(new ConfigDoubleEntry(key, value));
    }

    @Override
    public double getDouble(String key) throws InvalidSettingsException {
        return entry(key, ConfigDoubleEntry.class, "Double").getDouble();
    }

    @Override
    public double getDouble(String key, double def) {
        return entries.get(key) instanceof ConfigDoubleEntry entry ? entry.getDouble() : def;
    }

    @Override
    public void addFloat(String key, float value) {
        put(new ConfigFloatEntry(key, value));
    }

    @Override
    public float getFloat(String key) throws InvalidSettingsException {
        return entry(key, ConfigFloatEntry.class, "Float").getFloat();
    }

    @Override
    public float getFloat(String key, float def) {
        return entries.get(key) instanceof ConfigFloatEntry entry ? entry.getFloat() : def;
    }

    @Override
    public void addChar(String key, char value) {
        put(new ConfigCharEntry(key, value));
    }

    @Override
    public char getChar(String key) throws InvalidSettingsException {
        return entry(key, ConfigCharEntry.class, "Char").getChar();
    }

    @Override
    public char getChar(String key, char def) {
        return entries.get(key) instanceof ConfigCharEntry entry ? entry.getChar() : def;
    }

    @Override
    public void addShort(String key, short value) {
        put(new ConfigShortEntry(key, value));
    }

    @Override
    public short getShort(String key) throws InvalidSettingsException {
        return entry(key, ConfigShortEntry.class, "Short").getShort();
    }

    @Override
    public short getShort(String key, short def) {
        return entries.get(key) instanceof ConfigShortEntry entry ? entry.getShort() : def;
    }

    @Override
    public void addLong(String key, long value) {
        put(new ConfigLongEntry(key, value));
    }

    @Override
    public long getLong(String key) throws InvalidSettingsException {
        return entry(key, ConfigLongEntry.class, "Long").getLong();
    }

    @Override
    public long getLong(String key, long def) {
        return entries.get(key) instanceof ConfigLongEntry entry ? entry.getLong() : def;
    }

    @Override
    public void addByte(String key, byte value) {
        put(new ConfigByteEntry(key, value));
    }

    @Override
    public byte getByte(String key) throws InvalidSettingsException {
        return entry(key, ConfigByteEntry.class, "Byte").getByte();
    }

    @Override
    public byte getByte(String key, byte def) {
        return entries.get(key) instanceof ConfigByteEntry entry ? entry.getByte() : def;
    }

    @Override
    public void addBoolean(String key, boolean value) {
        put(new ConfigBooleanEntry(key, value));
    }

    @Override
    public boolean getBoolean(String key) throws InvalidSettingsException {
        return entry(key, ConfigBooleanEntry.class, "Boolean").getBoolean();
    }

    @Override
    public boolean getBoolean(String key, boolean def) {
        return entries.get(key) instanceof ConfigBooleanEntry entry ? entry.getBoolean() : def;
    }

    @Override
    public void addString(String key, String value) {
        put(new ConfigStringEntry(key, value));
    }

    @Override
    public String getString(String key) throws InvalidSettingsException {
        return entry(key, ConfigStringEntry.class, "String").getString();
    }

    @Override
    public String getString(String key, String def) {
        return entries.get(key) instanceof ConfigStringEntry entry ? entry.getString() : def;
    }

    @Override
    public void addPassword(String key, String encryptionKey, String value) {
        throw new UnsupportedOperationException("ConfigBase.addPassword");
    }

    @Override
    public String getPassword(String key, String encryptionKey) throws InvalidSettingsException {
        throw new UnsupportedOperationException("ConfigBase.getPassword");
    }

    @Override
    public String getPassword(String key, String encryptionKey, String def) {
        throw new UnsupportedOperationException("ConfigBase.getPassword");
    }

    @Override
    public void addTransientString(String key, String value) {
        put(new ConfigTransientStringEntry(key, value));
    }

    @Override
    public String getTransientString(String key) {
        return entries.get(key) instanceof ConfigTransientStringEntry entry ? entry.getTransientString() : null;
    }

    private <E> E entry(String key, Class<E> type, String kind) throws InvalidSettingsException {
        var entry = entries.get(key);
        if (!type.isInstance(entry)) {
            throw new InvalidSettingsException(kind + " for key \"" + key + "\" not found.");
        }
        return type.cast(entry);
    }

    @Override
    public void copyTo(ConfigBaseWO dest) {
        var target = (ConfigBase) dest;
        for (var entry : entries.values()) {
            if (entry instanceof ConfigBase config) {
                config.copyTo(target.addConfigBase(config.getKey()));
            } else {
                target.addEntry(entry);
            }
        }
    }

    @Override
    public final void saveToXML(OutputStream os) throws IOException {
        XMLConfig.save(this, Objects.requireNonNull(os));
    }

    protected static ConfigBase loadFromXML(ConfigBase config, InputStream in) throws IOException {
        config.load(Objects.requireNonNull(in));
        return config;
    }

    /** Reads a file into this tree and closes it. */
    public void load(InputStream is) throws IOException {
        try (is) {
            XMLConfig.load(this, is);
        } catch (SAXException ex) {
            throw new IOException(ex.getMessage(), ex);
        }
    }

    @Override
    boolean hasIdenticalValue(AbstractConfigEntry ace) {
        return entries.equals(((ConfigBase) ace).entries);
    }

    @Override
    public final String toStringValue() {
        return getKey();
    }

    @Override
    public String toString() {
        return getKey();
    }
}
