package org.ecgdistill.standin.ui.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecgdistill.standin.ui.persist.ParameterField;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;

/** The parts of a dialog, made of the classes that {@code @Layout} names and the classes around them. */
final class LayoutTree {

    /** Something to place, and where; {@code layout} is null where nothing is said. */
    record Placed(Object control, Class<?> layout) {

        Placed at(Class<?> otherLayout) {
            return layout == null ? new Placed(control, otherLayout) : this;
        }
    }

    private final Map<Class<?>, LayoutPart> parts = new HashMap<>();
    private final Deque<LayoutPart> unordered = new ArrayDeque<>();
    private final List<LayoutPart> roots;
    private final List<Object> unplaced = new ArrayList<>();

    LayoutTree(List<Placed> placed) {
        for (var each : placed) {
            if (each.layout() == null) {
                unplaced.add(each.control());
            } else {
                part(each.layout()).controls.add(each.control());
            }
        }
        while (!unordered.isEmpty()) {
            order(unordered.pop());
        }
        parts.values().forEach(LayoutPart::takeOverParent);
        roots = parts.values().stream()
                .filter(part -> part.parent() == null && part.hasContent())
                .toList();
    }

    private LayoutPart part(Class<?> type) {
        var part = parts.get(type);
        if (part == null) {
            part = new LayoutPart(type);
            parts.put(type, part);
            unordered.push(part);
            if (type.getEnclosingClass() != null) {
                part.setParent(part(type.getEnclosingClass()));
            }
        }
        return part;
    }

    private void order(LayoutPart part) {
        for (var before : part.annotations(Before.class)) {
            var other = part(before.value());
            other.placeAfter(part);
            part.standBeside(other);
        }
        for (var after : part.annotations(After.class)) {
            var other = part(after.value());
            part.placeAfter(other);
            part.standBeside(other);
        }
        for (var inside : part.annotations(Inside.class)) {
            part.standIn(part(inside.value()));
        }
    }

    boolean hasSeveralRoots() {
        return roots.size() > 1;
    }

    /** Whether all that is in here stands in the part that a class stands for. */
    boolean isContainedIn(Class<?> container) {
        if (roots.isEmpty()) {
            return false;
        }
        var part = roots.get(0);
        while (!part.type.isAssignableFrom(container)) {
            var children = part.orderedChildren();
            if (children.size() != 1) {
                return false;
            }
            part = children.get(0);
        }
        return true;
    }

    /** The fields from top to bottom; those that belong nowhere come first. */
    List<ParameterField> fields() {
        if (hasSeveralRoots()) {
            throw new IllegalStateException("The layout has several roots: "
                    + roots.stream().map(root -> root.type.getName()).sorted().toList()
                    + ". Declare the sections in one class, or order them with @After or @Before.");
        }
        var fields = new ArrayList<ParameterField>();
        if (roots.isEmpty()) {
            add(unplaced, fields);
        } else {
            // as in KNIME the unplaced fields belong to the root and come after its own
            add(roots.get(0).controls, fields);
            add(unplaced, fields);
            roots.get(0).orderedChildren().forEach(child -> add(child, fields));
        }
        return fields;
    }

    private static void add(LayoutPart part, List<ParameterField> into) {
        add(part.controls, into);
        part.orderedChildren().forEach(child -> add(child, into));
    }

    private static void add(List<Object> controls, List<ParameterField> into) {
        for (var control : controls) {
            if (control instanceof LayoutTree tree) {
                into.addAll(tree.fields());
            } else {
                into.add((ParameterField) control);
            }
        }
    }
}
