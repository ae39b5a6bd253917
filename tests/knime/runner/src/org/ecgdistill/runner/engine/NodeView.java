package org.ecgdistill.runner.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ecgdistill.runner.api.RunnerException;
import org.ecgdistill.runner.api.View;
import org.ecgdistill.standin.NodeScope;
import org.ecgdistill.standin.ui.ViewPage;

/** A view whose questions are answered on its node's behalf. */
final class NodeView implements View {
    private final NodeScope node;
    private final ViewPage page;

    NodeView(NodeScope node, ViewPage page) {
        this.node = node;
        this.page = page;
    }

    @Override
    public String initialData() {
        return ask(() -> page.initialData().orElse(""));
    }

    @Override
    public String call(String request) {
        return ask(() -> page.callDataService(request))
                .orElseThrow(() -> new RunnerException("The view of \"" + node.name() + "\" has no data service."));
    }

    @Override
    public boolean needsItsNode() {
        return ask(page::hasDataService);
    }

    @Override
    public String page() {
        return page.relativePath();
    }

    @Override
    public void write(Path folder) {
        ask(() -> page.writeFiles(folder));
    }

    private <T> T ask(Callable<T> question) {
        try {
            return node.call(question);
        } catch (IOException ex) {
            throw new RunnerException(
                    "The files of the view of \"" + node.name() + "\" could not be written: " + ex.getMessage(), ex);
        } catch (RuntimeException ex) {
            throw ex;
        } catch (Exception ex) {
            throw new RunnerException("The view of \"" + node.name() + "\" failed: " + ex.getMessage(), ex);
        }
    }
}
