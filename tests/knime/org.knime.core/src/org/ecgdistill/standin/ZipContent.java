package org.ecgdistill.standin;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;

/** What the simple forms of port objects share: an entry with a tree of settings, and an object made without arguments. */
public final class ZipContent {

    public static final String CONTENT = "content.xml";

    private ZipContent() {}

    /** Reads the next entry, which must have the given name; the stream stays open for the entries after it. */
    public static ModelContentRO read(ZipInputStream in, String name) throws IOException {
        var entry = in.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("Expected zip entry " + name + ", got " + (entry == null ? "none" : entry.getName()));
        }
        return ModelContent.loadFromXML(new ByteArrayInputStream(in.readAllBytes()));
    }

    /** A stream whose closing closes only the current entry. */
    public static OutputStream entryOf(ZipOutputStream zip) {
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                zip.write(bytes, offset, count);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    public static <T> T create(Class<T> type) throws IOException {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException ex) {
            throw new IOException(type.getName() + " needs a public constructor without arguments: " + ex, ex);
        }
    }
}
