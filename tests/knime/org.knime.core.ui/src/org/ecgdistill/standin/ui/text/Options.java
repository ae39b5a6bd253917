package org.ecgdistill.standin.ui.text;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.standin.ui.NodeTexts.Entry;
import org.ecgdistill.standin.ui.persist.ParameterField;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;

/** The options of a node's description: the titles and descriptions of the dialog's fields. */
final class Options {

    private Options() {}

    /** The descriptions are XML fragments; those of choices and of lists of groups name what they hold. */
    @SafeVarargs
    static List<Entry> of(Class<? extends WidgetGroup>... types) {
        var options = new ArrayList<Entry>();
        for (var field : DialogFields.of(types)) {
            field.annotation(Widget.class)
                    .ifPresent(widget -> options.add(new Entry(widget.title(), description(widget, field))));
        }
        return options;
    }

    private static String description(Widget widget, ParameterField field) {
        var description = widget.description();
        var type = field.valueType().getRawClass();
        if (type.isEnum() && !description.isEmpty()) {
            var constants = new ArrayList<Entry>();
            for (var constant : type.getEnumConstants()) {
                constants.add(Labels.of((Enum<?>) constant));
            }
            return description + list(constants);
        }
        if (field.isGroups(WidgetGroup.class)) {
            return description
                    + list(of(field.type().getContentType().getRawClass().asSubclass(WidgetGroup.class)));
        }
        return description;
    }

    private static String list(List<Entry> entries) {
        if (entries.stream().allMatch(entry -> entry.description().isBlank())) {
            return "";
        }
        var list = new StringBuilder("\n<ul>");
        for (var entry : entries) {
            var title = entry.title().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            var description = entry.description().isBlank() ? "" : ": " + entry.description();
            list.append("\n<li><b>")
                    .append(title)
                    .append("</b>")
                    .append(description)
                    .append("</li>");
        }
        return list.append("\n</ul>").toString();
    }
}
