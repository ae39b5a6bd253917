package org.ecgdistill.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Reads a source and adds what is not in the dialect to a list. */
final class Dialect extends TreePathScanner<Void, Void> {

    private static final Set<String> MEAN_NOTHING = Set.of("one", "own", "told", "asking");

    /** The order of more arguments than these is not remembered. */
    private static final int MOST_ARGUMENTS = 7;

    private final CompilationUnitTree unit;
    private final Trees trees;
    private final boolean isPlugin;
    private final Set<String> longLists;
    private final List<String> found;
    private final String text;

    /**
     * @param longLists what {@link #longLists} found in all sources
     * @param found receives the violations
     */
    Dialect(CompilationUnitTree unit, Trees trees, boolean isPlugin, Set<String> longLists, List<String> found)
            throws IOException {
        this.unit = unit;
        this.trees = trees;
        this.isPlugin = isPlugin;
        this.longLists = longLists;
        this.found = found;
        text = unit.getSourceFile().getCharContent(true).toString();
    }

    /** The methods, classes and records that take more arguments than a reader can keep in order. */
    static Set<String> longLists(List<CompilationUnitTree> units) {
        var names = new HashSet<String>();
        var takesAnyNumber = new HashSet<String>();
        new TreeScanner<Void, String>() {
            @Override
            public Void visitClass(ClassTree type, String outer) {
                if (type.getKind() == Kind.RECORD) {
                    var components = type.getMembers().stream()
                            .filter(member -> member instanceof VariableTree field && !isStatic(field))
                            .count();
                    add(components, type.getSimpleName().toString());
                }
                return super.visitClass(type, type.getSimpleName().toString());
            }

            @Override
            public Void visitMethod(MethodTree method, String type) {
                var name = method.getName().contentEquals("<init>")
                        ? type
                        : method.getName().toString();
                add(method.getParameters().size(), name);
                if (method.getParameters().toString().contains("...")) {
                    takesAnyNumber.add(name);
                }
                return super.visitMethod(method, type);
            }

            private void add(long arguments, String name) {
                if (arguments > MOST_ARGUMENTS) {
                    names.add(name);
                }
            }
        }.scan(units, null);
        names.removeAll(takesAnyNumber);
        return names;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        var members = type.getMembers().stream()
                .filter(member -> start(member) >= 0 && end(member) > start(member))
                .toList();
        var hasMethod = false;
        for (var i = 0; i < members.size(); i++) {
            var member = members.get(i);
            if (member instanceof MethodTree method && type.getKind() != Kind.RECORD) {
                var isConstructor = method.getName().contentEquals("<init>");
                check(!isConstructor || !hasMethod, member, "constructors stand before methods");
                hasMethod |= !isConstructor;
            }
            if (i > 0 && members.get(i - 1) instanceof VariableTree before && member instanceof VariableTree field) {
                checkSpacing(before, i > 1 ? end(members.get(i - 2)) : text.indexOf('{', start(type)), field);
            }
        }
        return super.visitClass(type, nothing);
    }

    private void checkSpacing(VariableTree before, int endBefore, VariableTree field) {
        var between = text.substring(end(before), start(field));
        // Of a record's components, of several fields in one line and of long ones the house says nothing.
        var isLong = Stream.of(before, field).anyMatch(part -> text(part).contains("\n"));
        if (!between.matches("\\s*\n(.*\n)*.*") || between.contains(",") || isLong || isConstant(before)) {
            return;
        }
        var comment = text.substring(Math.min(endBefore, start(before)), start(before));
        var isPlain = between.isBlank()
                && !comment.matches("(?s).*(//|\\*/).*")
                && annotations(before).isEmpty()
                && annotations(field).isEmpty()
                && isStatic(before) == isStatic(field);
        var isApart = between.matches("(?s)[^\n]*\n[ \t]*\n.*");
        check(!isPlain || !isApart, before, "no empty line between plain fields");
        check(isPlain || isApart, before, "empty line around fields with a comment or annotation");
    }

    @Override
    public Void visitCatch(CatchTree block, Void nothing) {
        check(block.getParameter().getName().contentEquals("ex"), block, "a caught exception is called ex");
        return super.visitCatch(block, nothing);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        var parent = getCurrentPath().getParentPath().getLeaf();
        if (!(parent instanceof ClassTree) && start(variable) >= 0 && end(variable) > start(variable)) {
            check(
                    !text.substring(start(variable), end(variable)).matches("(?s)(@\\S+\\s+)*final\\s.*"),
                    variable,
                    "final on a parameter or local");
            var name = variable.getName().toString();
            check(!isPlugin || !MEAN_NOTHING.contains(name), variable, "the name \"" + name + "\" means nothing");
            var isParameter = parent instanceof MethodTree
                    || parent instanceof LambdaExpressionTree
                    || parent instanceof CatchTree;
            check(isParameter || !canBeVar(variable), variable, "var");
        }
        return super.visitVariable(variable, nothing);
    }

    /** As far as can be told without the types of expressions. */
    private boolean canBeVar(VariableTree variable) {
        var type = variable.getType();
        var value = variable.getInitializer();
        if (type == null || isVar(variable) || isOneOfSeveral()) {
            return false;
        }
        if (value instanceof NewClassTree created) {
            return created.getClassBody() == null;
        }
        return value instanceof LiteralTree literal
                && literal.getKind() != Kind.NULL_LITERAL
                && !type.toString().matches("byte|short|char|Object|CharSequence|Number|Comparable.*");
    }

    private boolean isVar(VariableTree variable) {
        return text.substring(start(variable), end(variable)).matches("(?s)(final\\s+)?var\\s.*");
    }

    /** for (int i = 0, j = 1; …) */
    private boolean isOneOfSeveral() {
        return getCurrentPath().getParentPath().getLeaf() instanceof ForLoopTree loop
                && loop.getInitializer().size() > 1;
    }

    @Override
    public Void visitNewClass(NewClassTree created, Void nothing) {
        checkArguments(created, created.getIdentifier().toString().replaceAll("<.*", ""), created.getArguments());
        return super.visitNewClass(created, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        checkArguments(call, call.getMethodSelect().toString(), call.getArguments());
        return super.visitMethodInvocation(call, nothing);
    }

    private void checkArguments(Tree call, String name, List<? extends ExpressionTree> arguments) {
        var last = name.substring(name.lastIndexOf('.') + 1);
        check(
                !isPlugin || arguments.size() <= MOST_ARGUMENTS || !longLists.contains(last) || isWithin(last, name),
                call,
                arguments.size() + " arguments in a row");
    }

    /** Whether the source itself declares the method, class or record: who reads the call sees the order above it. */
    private boolean isWithin(String name, String call) {
        var owner = call.replaceFirst("\\.?\\w+$", "");
        return declared(name) && (owner.isEmpty() || !owner.matches("[A-Z]\\w*") || declared(owner));
    }

    private boolean declared(String name) {
        return unit.getTypeDecls().stream().anyMatch(type -> declares(type, name));
    }

    private static boolean declares(Tree tree, String name) {
        return tree instanceof MethodTree method && method.getName().contentEquals(name)
                || tree instanceof ClassTree type
                        && (type.getSimpleName().contentEquals(name)
                                || type.getMembers().stream().anyMatch(member -> declares(member, name)));
    }

    private static List<? extends AnnotationTree> annotations(VariableTree field) {
        return field.getModifiers().getAnnotations();
    }

    private static boolean isStatic(VariableTree field) {
        return field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    /** Of an enum. */
    private boolean isConstant(VariableTree field) {
        return isStatic(field) && !text(field).contains("static");
    }

    private String text(Tree tree) {
        return text.substring(start(tree), end(tree));
    }

    private int start(Tree tree) {
        return (int) trees.getSourcePositions().getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) trees.getSourcePositions().getEndPosition(unit, tree);
    }

    private void check(boolean isRight, Tree tree, String rule) {
        if (!isRight) {
            var file = Path.of(unit.getSourceFile().getName()).getFileName();
            found.add(file + ":" + unit.getLineMap().getLineNumber(start(tree)) + ": " + rule);
        }
    }
}
