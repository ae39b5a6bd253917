package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.knime.core.node.NodeLogger;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** A page from a folder of a bundle; the bundle must be a folder itself. */
public sealed class FromFilePage extends Page permits ReusablePage {

    private final Path m_basePath;

    FromFilePage(Class<?> bundleClass, String basePath, String relativeFilePath) {
        this(folder(FrameworkUtil.getBundle(bundleClass), basePath), relativeFilePath);
    }

    FromFilePage(String bundleId, String basePath, String relativeFilePath) {
        this(folder(Platform.getBundle(bundleId), basePath), relativeFilePath);
    }

    private FromFilePage(Path basePath, String relativeFilePath) {
        super(resource(basePath, Path.of(relativeFilePath)), true);
        m_basePath = basePath;
    }

    protected FromFilePage(FromFilePage p) {
        super(p);
        m_basePath = p.m_basePath;
    }

    public FromFilePage addResourceFile(String relativeFilePath) {
        var resource = resource(m_basePath, Path.of(relativeFilePath));
        m_resources.put(resource.getRelativePath(), resource);
        return this;
    }

    public FromFilePage addResourceDirectory(String relativeDirPath) {
        var folder = m_basePath.resolve(relativeDirPath);
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                var resource = resource(m_basePath, m_basePath.relativize(file));
                m_resources.put(resource.getRelativePath(), resource);
            });
        } catch (IOException ex) {
            NodeLogger.getLogger(FromFilePage.class).coding("The page's folder " + folder + " cannot be read.", ex);
        }
        return this;
    }

    public ReusablePage getReusablePage(String pageName) {
        return new ReusablePage(this, pageName);
    }

    @Override
    public FromFilePage addResource(Supplier<InputStream> content, String relativePath) {
        m_isCompletelyStatic = false;
        super.addResource(content, relativePath);
        return this;
    }

    @Override
    public FromFilePage addResourceFromString(Supplier<String> content, String relativePath) {
        m_isCompletelyStatic = false;
        super.addResourceFromString(content, relativePath);
        return this;
    }

    @Override
    public FromFilePage addResources(
            Function<String, InputStream> supplier, String relativePathPrefix, boolean areStatic) {
        addResources(supplier, relativePathPrefix, areStatic, null);
        return this;
    }

    @Override
    public Page addResources(
            Function<String, InputStream> supplier, String relativePathPrefix, boolean areStatic, Charset charset) {
        m_isCompletelyStatic &= areStatic;
        return super.addResources(supplier, relativePathPrefix, areStatic, charset);
    }

    /** Fails with a NullPointerException, as in KNIME, where the class is in no bundle or the bundle is a jar. */
    private static Path folder(Bundle bundle, String basePath) {
        var entry = bundle.getEntry(".");
        try {
            var url = FileLocator.toFileURL(entry);
            return Path.of(new URI(url.getProtocol(), url.getFile(), null))
                    .resolve(basePath)
                    .normalize();
        } catch (IOException | URISyntaxException ex) {
            throw new IllegalStateException("The folder " + basePath + " of " + bundle + " was not found.", ex);
        }
    }

    private static FileResource resource(Path basePath, Path relative) {
        var file = basePath.resolve(relative);
        if (!Files.isRegularFile(file)) {
            NodeLogger.getLogger(FromFilePage.class).coding("The page's file " + file + " does not exist.");
        }
        return new FileResource(file, relative);
    }
}
