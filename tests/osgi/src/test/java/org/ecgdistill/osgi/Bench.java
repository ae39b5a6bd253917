package org.ecgdistill.osgi;

import java.util.EnumMap;
import java.util.Map;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.Workflow;

/** A workflow in which nodes of the plug-in are tried, each connected to what it needs. */
final class Bench {
    private final Workflow workflow = TestPlatform.withTorch().workflow();
    private final Map<Feed, Node> sources = new EnumMap<>(Feed.class);

    Workflow workflow() {
        return workflow;
    }

    /** Adds a node with its small settings and its usual inputs. */
    Node add(OwnNode node) {
        return add(node, null, null);
    }

    /** The same with another table at one of its inputs. */
    Node add(OwnNode node, Feed replaced, Table table) {
        var added = workflow.add(node.factory());
        node.small().forEach(added::set);
        for (var feed : node.feeds()) {
            if (feed == replaced) {
                added.from(workflow.add(table));
            } else {
                added.from(sources.computeIfAbsent(feed, usual -> usual.into(workflow)), feed.port());
            }
        }
        return added;
    }

    /** Adds a node that is busy for minutes, if there are settings that make it so. */
    Node addBusy(OwnNode node) {
        var added = add(node);
        node.busy().ifPresent(settings -> settings.forEach(added::set));
        return added;
    }
}
