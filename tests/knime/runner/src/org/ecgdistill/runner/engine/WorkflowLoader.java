package org.ecgdistill.runner.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.RunnerException;
import org.ecgdistill.runner.api.Setting;
import org.ecgdistill.runner.api.Workflow;
import org.ecgdistill.standin.NodeScope;
import org.ecgdistill.standin.Workspace;
import org.ecgdistill.standin.ui.NodeInstance;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.node.DefaultNodeFactory;

/** Makes the nodes of a plan, with their parameters and, if wanted, with the data that they were saved with. */
final class WorkflowLoader {
    private final WorkflowPlan plan;
    private final Workspace workspace;
    private final Map<Integer, List<Setting>> settings = new LinkedHashMap<>();

    WorkflowLoader(WorkflowPlan plan, Workspace workspace, Workflow workflow) {
        this.plan = plan;
        this.workspace = workspace;
        workflow.nodes().forEach(node -> settingsOf(node.id()).addAll(node.settings()));
        workflow.overrides().forEach(this::override);
    }

    /**
     * @param keepExecuted whether nodes that were saved as executed get their data back; one whose parameters are set
     *     anew does not, nor does what comes behind it
     */
    LoadedWorkflow load(boolean keepExecuted) {
        var nodes = new ArrayList<RunningNode>();
        for (var planned : plan.inOrder()) {
            nodes.add(load(planned));
        }
        plan.connections()
                .forEach(line -> workspace.connect(
                        new Workspace.Line(line.source(), line.sourcePort(), line.target(), line.targetPort())));
        var workflow = new LoadedWorkflow(plan, workspace, nodes);
        if (keepExecuted) {
            nodes.forEach(node -> loadData(workflow, node));
        }
        return workflow;
    }

    private List<Setting> settingsOf(int id) {
        return settings.computeIfAbsent(id, key -> new ArrayList<>());
    }

    /** The name of a node may hold a slash, so the longest node that fits is meant. */
    private void override(String parameter, Object value) {
        for (var slash = parameter.lastIndexOf('/'); slash > 0; slash = parameter.lastIndexOf('/', slash - 1)) {
            var which = parameter.substring(0, slash);
            var called = plan.nodes().stream()
                    .filter(node -> LoadedWorkflow.isCalled(node, which))
                    .toList();
            if (called.size() > 1) {
                throw new RunnerException("\"" + parameter + "\" is meant for several nodes: " + labels(called)
                        + "; use the number of the node.");
            }
            if (called.size() == 1) {
                settingsOf(called.get(0).id()).add(new Setting(parameter.substring(slash + 1), value));
                return;
            }
        }
        throw new RunnerException("\"" + parameter
                + "\" names no node of the workflow; write NODE/PARAMETER with one of: " + labels(plan.nodes()) + ".");
    }

    private static String labels(List<PlannedNode> nodes) {
        return nodes.stream().map(PlannedNode::label).collect(Collectors.joining(", "));
    }

    private RunningNode load(PlannedNode planned) {
        if (planned.problem() != null) {
            return RunningNode.missing(planned, planned.problem());
        }
        try {
            NodeFactory<? extends NodeModel> factory = planned.table() == null
                    ? NodeFactories.create(planned.origin())
                    : new GivenTableNodeFactory(planned.table());
            return load(planned, factory);
        } catch (NodeFactories.MissingNodeException ex) {
            return RunningNode.missing(planned, ex.getMessage());
        }
    }

    private RunningNode load(PlannedNode planned, NodeFactory<? extends NodeModel> factory) {
        var scope = workspace.addNode(planned.id(), planned.name(), factory);
        var instance = factory instanceof DefaultNodeFactory ? NodeInstance.of(factory, scope.model()) : null;
        var defaults = new NodeSettings("model");
        scope.saveModelSettings(defaults);
        var own = settings.getOrDefault(planned.id(), List.of());
        var stored = planned.part("model");
        // A node without stored settings is as one just dropped: it chooses its own defaults when it is configured.
        var fresh = stored.isEmpty() && own.isEmpty();
        var model = model(planned, stored.orElse(defaults), defaults, own);
        var node = new RunningNode(planned, scope, instance, model, fresh);
        if (!fresh) {
            loadSettings(node, scope).ifPresent(error -> {
                node.addLoadError(error);
                if (!own.isEmpty()) {
                    node.fail("The parameters that were set are refused. " + error, null);
                }
            });
        }
        if (instance != null) {
            planned.part("view")
                    .flatMap(instance::loadViewSettings)
                    .ifPresent(error -> node.addLoadError("Loading view settings failed: " + error));
        }
        if (planned.part("variables").isPresent()) {
            node.addLoadError("Some parameters are controlled by flow variables, which this runner does not have;"
                    + " the stored values are used.");
        }
        return node;
    }

    private static NodeSettings model(
            PlannedNode planned, NodeSettings stored, NodeSettings defaults, List<Setting> own) {
        var model = throughXml(stored);
        var parameters = new Parameters("node \"" + planned.label() + "\"", model, defaults);
        own.forEach(setting -> parameters.set(setting.path(), setting.value()));
        return throughXml(model);
    }

    private static Optional<String> loadSettings(RunningNode node, NodeScope scope) {
        try {
            scope.loadModelSettings(node.model());
            return Optional.empty();
        } catch (InvalidSettingsException ex) {
            return Optional.of("Loading model settings failed: " + ex.getMessage());
        }
    }

    private void loadData(LoadedWorkflow workflow, RunningNode node) {
        var upstreamIsThere = workflow.sources(node).stream().allMatch(source -> source.state() == NodeState.EXECUTED);
        var isChanged = settings.containsKey(node.plan().id());
        if (node.state() != NodeState.IDLE || !node.plan().wasExecuted() || !upstreamIsThere || isChanged) {
            return;
        }
        try {
            node.scope().loadData(node.plan().folder(), node.plan().settings(), new ExecutionMonitor());
            node.change(NodeState.EXECUTED, "");
        } catch (IOException | InvalidSettingsException | CanceledExecutionException ex) {
            node.addLoadError("Error loading node content: " + ex.getMessage() + " The node is executed again.");
        }
    }

    /** What is loaded has always been a file's text before, as in KNIME. */
    private static NodeSettings throughXml(NodeSettings settings) {
        try {
            var bytes = new ByteArrayOutputStream();
            settings.saveToXML(bytes);
            return (NodeSettings) NodeSettings.loadFromXML(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException ex) {
            throw new IllegalStateException("Settings cannot be written as XML: " + ex.getMessage(), ex);
        }
    }
}
