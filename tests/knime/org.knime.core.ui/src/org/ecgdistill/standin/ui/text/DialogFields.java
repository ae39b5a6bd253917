package org.ecgdistill.standin.ui.text;

import com.fasterxml.jackson.databind.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ecgdistill.standin.ui.persist.ParameterField;
import org.ecgdistill.standin.ui.text.LayoutTree.Placed;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.MultiFileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.layout.AfterAllOf;
import org.knime.core.webui.node.dialog.defaultdialog.layout.BeforeAllOf;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.message.TextMessage;

/** The fields that a dialog shows, from top to bottom. */
final class DialogFields {

    private DialogFields() {}

    /** Fails if the sections cannot be brought into one order, as KNIME does; the node is gone then. */
    @SafeVarargs
    static List<ParameterField> of(Class<? extends WidgetGroup>... types) {
        var placed = new ArrayList<Placed>();
        for (var type : types) {
            if (type != null) {
                placed.addAll(placedFields(ParameterField.typeOf(type)));
            }
        }
        return new LayoutTree(placed)
                .fields().stream().flatMap(DialogFields::expanded).toList();
    }

    /** Groups that the layout takes as one field are described field by field. */
    private static Stream<ParameterField> expanded(ParameterField field) {
        return field.isGroup(WidgetGroup.class)
                ? ParameterField.of(field.type()).stream().flatMap(DialogFields::expanded)
                : Stream.of(field);
    }

    private static List<Placed> placedFields(JavaType type) {
        var placed = new ArrayList<Placed>();
        for (var field : ParameterField.of(type)) {
            placed.addAll(placed(field));
        }
        return placed;
    }

    private static List<Placed> placed(ParameterField field) {
        List<Placed> placed;
        if (field.isGroup(WidgetGroup.class) && !isShownAsOne(field.type().getRawClass())) {
            placed = placedGroup(field.type());
        } else if (field.isGroup(WidgetGroup.class)
                || field.annotation(Widget.class).isPresent()
                || field.annotation(TextMessage.class).isPresent()) {
            placed = List.of(new Placed(field, null));
        } else {
            placed = List.of();
        }
        var layout = field.annotation(Layout.class).map(Layout::value).orElse(null);
        return layout == null
                ? placed
                : placed.stream().map(each -> each.at(layout)).toList();
    }

    private static boolean isShownAsOne(Class<?> type) {
        return type == MultiFileSelection.class || type.isInterface();
    }

    /** A group whose parts are all its own is placed as a whole. */
    private static List<Placed> placedGroup(JavaType group) {
        var placed = placedFields(group);
        var type = group.getRawClass();
        if (Stream.of(Inside.class, After.class, Before.class, AfterAllOf.class, BeforeAllOf.class)
                .anyMatch(type::isAnnotationPresent)) {
            return placed;
        }
        var tree = new LayoutTree(placed);
        return !tree.hasSeveralRoots() && tree.isContainedIn(type) ? List.of(new Placed(tree, null)) : placed;
    }
}
