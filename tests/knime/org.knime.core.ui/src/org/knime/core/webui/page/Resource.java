package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** A file of a page. */
public interface Resource {

    String getRelativePath();

    InputStream getInputStream() throws IOException;

    boolean isStatic();

    ContentType getContentType();

    default Optional<Charset> getCharset() {
        return Optional.empty();
    }

    /** What a file is, by its name. */
    enum ContentType {
        HTML(".html"),
        SHADOW_APP(".js"),
        SVG(".svg"),
        PNG(".png");

        private final String m_ending;

        ContentType(String ending) {
            m_ending = ending;
        }

        static ContentType determineType(String path) {
            for (var type : values()) {
                if (path.endsWith(type.m_ending)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("A page's file must be .html, .js, .svg or .png, not " + path);
        }
    }
}
