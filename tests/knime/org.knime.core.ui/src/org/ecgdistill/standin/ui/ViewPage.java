package org.ecgdistill.standin.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.page.Resource;

/** A node's view as KNIME serves it to a browser: the page's files and the answers to the page's questions. */
public final class ViewPage {

    private final NodeView view;

    /** As in KNIME the page has one while it is open, so that what answers may remember. */
    private Optional<RpcDataService> dataService;

    ViewPage(NodeView view) {
        this.view = view;
    }

    /** The page itself, relative to the folder that {@link #writeFiles} fills, e.g. {@code mean.html}. */
    public String relativePath() {
        return view.getPage().getRelativePath();
    }

    /** Writes the page and the files declared beside it into a folder, and says where the page lies. */
    public Path writeFiles(Path folder) throws IOException {
        var page = view.getPage();
        for (var path : PageFiles.of(page)) {
            write(page.getResource(path).orElseThrow(), folder.resolve(path));
        }
        var file = folder.resolve(page.getRelativePath());
        write(page, file);
        return file;
    }

    private static void write(Resource resource, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var content = resource.getInputStream()) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * The JSON text that KNIME hands over as initial data: {@code {"result": …}}, {@code {"userError": …}} or {@code
     * {"internalError": …}}, perhaps with {@code "warningMessages"}. Empty if the view declares none.
     */
    public Optional<String> initialData() {
        return view.createInitialDataService().map(InitialDataService::getInitialData);
    }

    /** Answers a JSON-RPC 2.0 request as {@code callNodeDataService} with service type {@code data} does. */
    public synchronized Optional<String> callDataService(String request) {
        return dataService().map(service -> service.handleRpcRequest(request));
    }

    /** Whether the page asks for more than its initial data. */
    public synchronized boolean hasDataService() {
        return dataService().isPresent();
    }

    private Optional<RpcDataService> dataService() {
        if (dataService == null) {
            dataService = view.createRpcDataService();
        }
        return dataService;
    }
}
