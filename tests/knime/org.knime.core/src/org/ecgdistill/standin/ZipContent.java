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

    /** Reads the next entry, which must have the given name; the stream stays open for the entries after it. */
    public static ModelContentRO read(final ZipInputStream in, final String name) throws IOException {
        var entry = in.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("Expected zip entry " + name + ", got " + (entry == null ? "none" : entry.getName()));
        }
        return ModelContent.loadFromXML(new ByteArrayInputStream(in.readAllBytes()));
    }

    /** A stream whose closing closes only the current entry. */
    public static OutputStream entryOf(final ZipOutputStream zip) {
        return new FilterOutputStream(zip) {
            @Override
            public void write(final byte[] bytes, final int offset, final int count) throws IOException {
                zip.write(bytes, offset, count);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    public static <T> T create(final Class<T> type) throws IOException {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException ex) {
            throw new IOException(type.getName() + " needs a public constructor without arguments: " + ex, ex);
        }
    }

    private ZipContent() {}
}
