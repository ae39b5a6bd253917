package org.ecgdistill.runner.api;

import java.util.List;

/**
 * What the analyst reads of a node before using it.
 *
 * @param factory the class name of its factory
 * @param name its name
 * @param type its kind, for example {@code Source} or {@code Learner}
 * @param icon the icon's file, as the factory names it
 * @param shortDescription one sentence
 * @param fullDescription the text of its description
 * @param options the parameters in its dialog
 * @param inputs its input ports
 * @param outputs its output ports
 * @param views its views
 * @param keywords what it is found by
 * @param defaults its parameters and their defaults as settings.xml would store them, with their paths
 */
public record NodeInfo(
        String factory,
        String name,
        String type,
        String icon,
        String shortDescription,
        String fullDescription,
        List<Text> options,
        List<Text> inputs,
        List<Text> outputs,
        List<Text> views,
        List<String> keywords,
        List<Setting> defaults) {

    public NodeInfo {
        options = List.copyOf(options);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        views = List.copyOf(views);
        keywords = List.copyOf(keywords);
        defaults = List.copyOf(defaults);
    }

    /** A title and what is said under it. */
    public record Text(String title, String description) {}
}
