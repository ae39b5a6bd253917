package org.ecgdistill.runner.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.runner.api.NodeInfo;
import org.ecgdistill.runner.api.RunnerException;
import org.ecgdistill.runner.api.Setting;
import org.ecgdistill.standin.Workspace;
import org.ecgdistill.standin.ui.NodeInstance;
import org.ecgdistill.standin.ui.NodeTexts;
import org.knime.core.node.NodeSettings;

/** Reads what a node says of itself from a node that is made for this. */
final class Descriptions {
    private Descriptions() {}

    static NodeInfo of(String factoryName) {
        try (var workspace = Workspace.open(null)) {
            var factory = NodeFactories.create(factoryName);
            var scope = workspace.addNode(1, factory.getNodeName(), factory);
            var model = new NodeSettings("model");
            scope.saveModelSettings(model);
            var defaults = new ArrayList<Setting>();
            Parameters.entries(model, "", (path, value) -> defaults.add(new Setting(path, value)));
            return info(factoryName, NodeInstance.of(factory, scope.model()).texts(), defaults);
        } catch (NodeFactories.MissingNodeException | IOException ex) {
            throw new RunnerException(ex.getMessage(), ex);
        }
    }

    private static NodeInfo info(String factory, NodeTexts texts, List<Setting> defaults) {
        return new NodeInfo(
                factory,
                texts.name(),
                texts.type(),
                texts.icon(),
                texts.shortDescription(),
                texts.intro(),
                plain(texts.options()),
                plain(texts.inPorts()),
                plain(texts.outPorts()),
                plain(texts.views()),
                texts.keywords(),
                defaults);
    }

    private static List<NodeInfo.Text> plain(List<NodeTexts.Entry> entries) {
        return entries.stream()
                .map(entry -> new NodeInfo.Text(entry.title(), entry.description()))
                .toList();
    }
}
