package org.ecgdistill.standin.ui.text;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of a layout: the class that stands for it, what it holds, and its place among the others. */
final class LayoutPart {

    final Class<?> type;

    /** Fields, or layouts of groups that keep to themselves. */
    final List<Object> controls = new ArrayList<>();

    private final Set<LayoutPart> children = new LinkedHashSet<>();
    private final Set<LayoutPart> before = new HashSet<>();

    /** The parts whose parent this one takes over; shared with the siblings it is ordered with. */
    private Set<LayoutPart> followed = new LinkedHashSet<>();

    private final Set<LayoutPart> orderedSiblings = new LinkedHashSet<>(List.of(this));
    private LayoutPart parent;
    private Set<LayoutPart> ends;

    LayoutPart(Class<?> type) {
        this.type = type;
    }

    LayoutPart parent() {
        return parent;
    }

    boolean hasContent() {
        return !controls.isEmpty() || children.stream().anyMatch(LayoutPart::hasContent);
    }

    <A extends Annotation> List<A> annotations(Class<A> annotation) {
        return List.of(type.getAnnotationsByType(annotation));
    }

    void setParent(LayoutPart newParent) {
        if (parent != null) {
            parent.children.remove(this);
        }
        parent = newParent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    /** This part comes after another. */
    void placeAfter(LayoutPart other) {
        before.add(other);
    }

    /** This part stands beside another: it moves to the other's parent unless they have the same one. */
    void standBeside(LayoutPart other) {
        if (parent != null && parent == other.parent) {
            var all = new LinkedHashSet<>(orderedSiblings);
            all.addAll(other.orderedSiblings);
            var shared = new LinkedHashSet<>(followed);
            shared.addAll(other.followed);
            for (var sibling : all) {
                sibling.orderedSiblings.addAll(all);
                sibling.followed = shared;
            }
        } else if (type.isNestmateOf(other.type)) {
            throw new IllegalStateException("The layout part " + type.getSimpleName() + " points to "
                    + other.type.getSimpleName() + ", which is declared in the same class but elsewhere. Place the"
                    + " parts next to each other instead.");
        } else {
            followed.add(other);
        }
    }

    /** This part stands in another. */
    void standIn(LayoutPart other) {
        var anyChild = new LayoutPart(other.type);
        anyChild.parent = other;
        standBeside(anyChild);
    }

    void takeOverParent() {
        var last = ends(new HashSet<>());
        var parents = last.stream().map(part -> part.parent).collect(Collectors.toCollection(HashSet::new));
        if (parents.size() > 1) {
            throw conflict();
        }
        parents.stream().filter(Objects::nonNull).findAny().ifPresent(this::setParent);
        if (parent != null) {
            last.stream().filter(part -> part.parent == null).toList().forEach(part -> part.setParent(parent));
        }
    }

    private Set<LayoutPart> ends(Set<LayoutPart> visited) {
        if (ends == null) {
            if (!visited.add(this)) {
                throw conflict();
            }
            var found = new LinkedHashSet<LayoutPart>();
            followed.forEach(part -> found.addAll(part.ends(visited)));
            ends = found.isEmpty() ? Set.of(this) : found;
        }
        return ends;
    }

    private IllegalStateException conflict() {
        return new IllegalStateException(
                "The layout part " + type.getSimpleName() + " is placed in two places by @After, @Before or @Inside.");
    }

    /** The parts in here from top to bottom; where nothing is said they stand in the order of their names. */
    List<LayoutPart> orderedChildren() {
        var left = new ArrayList<>(children);
        left.sort(Comparator.comparing(part -> part.type.getSimpleName()));
        var ordered = new ArrayList<LayoutPart>();
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(part -> ordered.containsAll(part.before))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The layout parts in " + type.getSimpleName()
                            + " go round in a circle by @After and @Before."));
            left.remove(next);
            ordered.add(next);
        }
        return ordered.stream().filter(LayoutPart::hasContent).toList();
    }
}
