package org.ecgdistill.runner.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecgdistill.runner.api.NodeReport;
import org.ecgdistill.runner.api.PortReport;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.RunnerException;
import org.knime.core.node.BufferedDataTable;

/**
 * Writes what came out of a run for people: tables as CSV, views as pages, and report.json with the rest. A view that
 * would ask its node for what it shows is left to KNIME.
 */
final class ResultWriter {
    private final LoadedWorkflow workflow;
    private final Run run;
    private final Path folder;

    ResultWriter(LoadedWorkflow workflow, Run run, Path folder) {
        this.workflow = workflow;
        this.run = run;
        this.folder = folder;
    }

    void write() {
        try {
            Files.createDirectories(folder);
            var nodes = new ArrayList<Map<String, Object>>();
            for (var node : run.nodes()) {
                nodes.add(write(node));
            }
            var report = new LinkedHashMap<String, Object>();
            report.put("workflow", workflow.plan().name());
            report.put("succeeded", run.succeeded());
            report.put("failure", run.failure().orElse(null));
            report.put("warnings", workflow.plan().warnings());
            report.put("nodes", nodes);
            Files.writeString(folder.resolve("report.json"), Json.text(report) + "\n");
        } catch (IOException ex) {
            throw new RunnerException("The results could not be written into " + folder + ": " + ex.getMessage(), ex);
        }
    }

    private Map<String, Object> write(NodeReport node) throws IOException {
        var name = node.id() + "-" + Folders.fileName(node.name());
        var ports = new ArrayList<Map<String, Object>>();
        for (var port : node.ports()) {
            ports.add(write(node, port, name + "-port-" + port.index() + ".csv"));
        }
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", node.id());
        entry.put("name", node.name());
        entry.put("factory", node.factory());
        entry.put("state", node.state().name());
        entry.put("message", node.message());
        entry.put("warnings", node.warnings());
        entry.put("loadErrors", node.loadErrors());
        entry.put("seconds", node.seconds());
        entry.put("ports", ports);
        var files = folder.resolve(name + "-view");
        var page = name + "-view.html";
        Folders.delete(files);
        Files.deleteIfExists(folder.resolve(page));
        var view = run.view(Integer.toString(node.id())).filter(each -> !each.needsItsNode());
        if (view.isPresent()) {
            view.get().write(files);
            Files.writeString(
                    folder.resolve(page),
                    ViewFrame.html(node.name(), name + "-view/" + view.get().page(), view.get()));
            entry.put("view", page);
        }
        return entry;
    }

    private Map<String, Object> write(NodeReport node, PortReport port, String file) throws IOException {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("port", port.index());
        entry.put("type", port.type());
        entry.put("summary", port.summary());
        if (workflow.node(node.id()).scope().output(port.index() - 1) instanceof BufferedDataTable table) {
            CsvWriter.write(table, folder.resolve(file));
            entry.put("rows", table.size());
            entry.put("columns", List.of(table.getDataTableSpec().getColumnNames()));
            entry.put("file", file);
        }
        return entry;
    }
}
