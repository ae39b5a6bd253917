package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of a page that lies on disk. */
class FileResource implements Resource {

    private final Path m_file;
    private final Path m_relative;

    FileResource(Path file, Path relative) {
        m_file = file;
        m_relative = relative;
    }

    @Override
    public String getRelativePath() {
        return m_relative.toString().replace('\\', '/');
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return Files.newInputStream(m_file);
    }

    @Override
    public boolean isStatic() {
        return true;
    }

    /** Asked only for the page itself; a font or a map beside it has a type that KNIME does not know. */
    @Override
    public ContentType getContentType() {
        return ContentType.determineType(m_relative.toString());
    }

    @Override
    public Optional<Charset> getCharset() {
        var utf8 = StandardCharsets.UTF_8;
        return Charset.defaultCharset().equals(utf8) ? Optional.empty() : Optional.of(utf8);
    }
}
