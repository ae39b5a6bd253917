package org.ecgdistill.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/** Settings as files, against the files of real KNIME. */
class SettingsFilesTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"http://www.knime.org/2008/09/XMLConfig"
            + " http://www.knime.org/XMLConfig_2008_09.xsd\" key=\"k\">\n";

    @Test
    @Tag("fixtures")
    void everySettingsFileOfRealKnimeIsWrittenBackByteForByte() throws IOException {
        var checked = 0;
        for (var file : settingsFiles().entrySet()) {
            assertEquals(file.getValue(), written(read(file.getValue())), file.getKey());
            checked++;
        }
        assertTrue(checked > 20, "only " + checked + " settings files found");
    }

    private static Map<String, String> settingsFiles() throws IOException {
        var texts = new LinkedHashMap<String, String>();
        for (var path : Examples.files().toList()) {
            if (path.toString().endsWith(".zip")) {
                try (var zip = new ZipFile(path.toFile())) {
                    for (var entry : zip.stream().toList()) {
                        if (entry.getName().endsWith(".xml")) {
                            texts.put(
                                    path + "!" + entry,
                                    new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
                        }
                    }
                }
            } else if (!path.toString().endsWith(".json") && !path.toString().contains(".saved")) {
                var text = Files.readString(path);
                if (text.contains("XMLConfig")) {
                    texts.put(path.toString(), text);
                }
            }
        }
        return texts;
    }

    private static NodeSettingsRO read(String text) throws IOException {
        return NodeSettings.loadFromXML(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static String written(NodeSettingsRO settings) throws IOException {
        var out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(UTF_8);
    }

    /** What real KNIME 5.8.2 writes for these entries: XML's own escapes, codes for what XML cannot carry, floats as doubles. */
    @Test
    void oddTextsAreEscapedAsInKnime() throws Exception {
        var settings = new NodeSettings("k");
        settings.addString("text", "a\t\"<&\u0001%%%é\ud83d\ude00");
        settings.addString("none", null);
        settings.addFloat("tenth", 0.1f);
        assertEquals(
                HEAD
                        + "    <entry key=\"text\" type=\"xstring\""
                        + " value=\"a%%00009&quot;&lt;&amp;%%00001%%00037%%00037%é%%55357%%56832\"/>\n"
                        + "    <entry key=\"none\" type=\"xstring\" isnull=\"true\" value=\"\"/>\n"
                        + "    <entry key=\"tenth\" type=\"xfloat\" value=\"0.10000000149011612\"/>\n"
                        + "</config>\n",
                written(settings));
        var back = read(written(settings));
        assertEquals("a\t\"<&\u0001%%%é\ud83d\ude00", back.getString("text"));
        assertNull(back.getString("none"));
        assertEquals(0.1f, back.getFloat("tenth"));
    }

    @Test
    void everyKindOfEntryComesBack() throws Exception {
        var settings = new NodeSettings("k");
        settings.addInt("int", -1);
        settings.addLong("long", Long.MIN_VALUE);
        settings.addDouble("double", Double.NEGATIVE_INFINITY);
        settings.addFloat("float", 0.1f);
        settings.addShort("short", (short) 7);
        settings.addByte("byte", (byte) -7);
        settings.addChar("char", 'µ');
        settings.addBoolean("boolean", true);
        settings.addDoubleArray("doubles", 1, Double.NaN);
        settings.addStringArray("strings", "a", null);
        settings.addIntArray("no ints", (int[]) null);
        settings.addDataCell("cell", new StringCell("x"));
        settings.addDataType("type", DoubleCell.TYPE);
        var back = read(written(settings));
        assertEquals(settings, back);
        assertEquals(0.1f, back.getFloat("float"));
        assertEquals('µ', back.getChar("char"));
        assertTrue(Double.isNaN(back.getDoubleArray("doubles")[1]));
        assertNull(back.getStringArray("strings")[1]);
        assertNull(back.getIntArray("no ints"));
        assertEquals(new StringCell("x"), back.getDataCell("cell"));
        assertEquals(DoubleCell.TYPE, back.getDataType("type"));
    }

    @Test
    void aMissingKeyIsNamed() {
        var settings = new NodeSettings("k");
        settings.addInt("rows", 1);
        assertEquals(
                "Double for key \"rows\" not found.",
                assertThrows(InvalidSettingsException.class, () -> settings.getDouble("rows"))
                        .getMessage());
        assertEquals(5.0, settings.getDouble("rows", 5.0));
    }

    @Test
    void aBrokenFileIsAnIoException() {
        assertThrows(
                IOException.class,
                () -> read("<config key=\"k\"><entry key=\"a\" type=\"xint\" value=\"x\"/></config>"));
        assertThrows(IOException.class, () -> read("<settings/>"));
        assertThrows(IOException.class, () -> read("no xml"));
    }
}
