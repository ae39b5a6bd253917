package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ecgdistill.standin.ui.PageFiles;
import org.knime.core.node.FluentNodeAPI;

/** A view's page and the files beside it. */
public sealed class Page implements Resource, FluentNodeAPI permits FromFilePage {

    static {
        PageFiles.register(page -> new TreeSet<>(page.m_resources.keySet()));
    }

    private final Resource m_page;
    protected final Map<String, Resource> m_resources;
    private final Map<String, Function<String, Resource>> m_folders;
    protected boolean m_isCompletelyStatic;

    protected Page(Resource pageResource, boolean isCompleteStatic) {
        m_page = pageResource;
        m_resources = new HashMap<>();
        // the longest prefix first; as in KNIME there is one folder per length of prefix
        m_folders = new TreeMap<>(Comparator.comparingInt(String::length).reversed());
        m_isCompletelyStatic = isCompleteStatic;
    }

    protected Page(Page p) {
        m_page = p.m_page;
        m_resources = p.m_resources;
        m_folders = p.m_folders;
        m_isCompletelyStatic = p.m_isCompletelyStatic;
    }

    public static RequireFromFileOrString create() {
        return new RequireFromFileOrString() {
            @Override
            public RequireBundle fromFile() {
                return new RequireBundle() {
                    @Override
                    public RequireBasePath bundleClass(Class<?> clazz) {
                        return basePath -> relativePath -> new FromFilePage(clazz, basePath, relativePath);
                    }

                    @Override
                    public RequireBasePath bundleID(String bundleID) {
                        return basePath -> relativePath -> new FromFilePage(bundleID, basePath, relativePath);
                    }
                };
            }

            @Override
            public RequireRelativePath fromString(InputStreamSupplier content, Charset charset) {
                return relativePath -> new Page(resource(content, relativePath, false, charset), false);
            }

            @Override
            public RequireRelativePath fromString(StringSupplier content, Charset charset) {
                return relativePath -> new Page(resource(bytes(content, charset), relativePath, false, charset), false);
            }
        };
    }

    public Page addResource(Supplier<InputStream> content, String relativePath) {
        return addResource(content, relativePath, null);
    }

    public Page addResource(Supplier<InputStream> content, String relativePath, Charset charset) {
        m_resources.put(relativePath, resource(content, relativePath, false, charset));
        return this;
    }

    public Page addResources(Function<String, InputStream> supplier, String relativePathPrefix, boolean areStatic) {
        return addResources(supplier, relativePathPrefix, areStatic, null);
    }

    public Page addResources(
            Function<String, InputStream> supplier, String relativePathPrefix, boolean areStatic, Charset charset) {
        if (!areStatic && isCompletelyStatic()) {
            throw new IllegalStateException("A page that never changes cannot have files that do.");
        }
        m_folders.put(relativePathPrefix, path -> {
            var content = supplier.apply(path);
            return content == null ? null : resource(() -> content, path, areStatic, charset);
        });
        return this;
    }

    public Page addResourceFromString(Supplier<String> content, String relativePath) {
        addResource(bytes(content, StandardCharsets.UTF_8), relativePath, StandardCharsets.UTF_8);
        return this;
    }

    public Optional<Resource> getResource(String relativePath) {
        var resource = m_resources.get(relativePath);
        if (resource != null) {
            return Optional.of(resource);
        }
        for (var folder : m_folders.entrySet()) {
            var prefix = folder.getKey();
            if (relativePath.startsWith(prefix)) {
                var inside = prefix.isEmpty() ? relativePath : relativePath.substring(prefix.length() + 1);
                var found = folder.getValue().apply(inside);
                if (found != null) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public String getRelativePath() {
        return m_page.getRelativePath();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return m_page.getInputStream();
    }

    @Override
    public boolean isStatic() {
        return m_page.isStatic();
    }

    public boolean isCompletelyStatic() {
        return m_isCompletelyStatic;
    }

    @Override
    public ContentType getContentType() {
        return m_page.getContentType();
    }

    @Override
    public Optional<Charset> getCharset() {
        return m_page.getCharset();
    }

    private static Supplier<InputStream> bytes(Supplier<String> content, Charset charset) {
        return () -> new ByteArrayInputStream(content.get().getBytes(charset));
    }

    private static Resource resource(Supplier<InputStream> content, String path, boolean isStatic, Charset charset) {
        return new Resource() {
            @Override
            public String getRelativePath() {
                return path;
            }

            @Override
            public InputStream getInputStream() {
                return content.get();
            }

            @Override
            public boolean isStatic() {
                return isStatic;
            }

            @Override
            public ContentType getContentType() {
                return ContentType.determineType(path);
            }

            @Override
            public Optional<Charset> getCharset() {
                return Charset.defaultCharset().equals(charset) ? Optional.empty() : Optional.ofNullable(charset);
            }
        };
    }

    /** First step of a declaration: where the page comes from. */
    public interface RequireFromFileOrString {

        RequireBundle fromFile();

        default RequireRelativePath fromString(InputStreamSupplier content) {
            return fromString(content, null);
        }

        default RequireRelativePath fromString(StringSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }

        RequireRelativePath fromString(InputStreamSupplier content, Charset charset);

        RequireRelativePath fromString(StringSupplier content, Charset charset);
    }

    /** Which bundle. */
    public interface RequireBundle {

        RequireBasePath bundleClass(Class<?> clazz);

        RequireBasePath bundleID(String bundleID);
    }

    /** Which folder of the bundle. */
    public interface RequireBasePath {

        RequireRelativeFilePath basePath(String basePath);
    }

    /** Which file of the folder. */
    public interface RequireRelativeFilePath {

        FromFilePage relativeFilePath(String relativeFilePath);
    }

    /** Under which name. */
    public interface RequireRelativePath {

        Page relativePath(String relativePath);
    }

    /** Gives a text. */
    public interface StringSupplier extends Supplier<String> {}

    /** Gives bytes. */
    public interface InputStreamSupplier extends Supplier<InputStream> {}
}
