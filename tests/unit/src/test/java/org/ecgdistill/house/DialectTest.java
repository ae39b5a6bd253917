package org.ecgdistill.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.ecgdistill.testing.Sources;
import org.junit.jupiter.api.Test;

/** The sources are written in one dialect, as CONTRIBUTING.md describes it. */
class DialectTest {

    @Test
    void thePluginIsWrittenInOneDialect() throws IOException {
        assertNone(violations(objects(Sources.ofPlugin()), true));
    }

    @Test
    void soAreTheTests() throws IOException {
        assertNone(violations(objects(Sources.ofTests()), false));
    }

    @Test
    void noSimpleClassNameStandsTwice() throws IOException {
        var names = new TreeMap<String, List<String>>();
        var nested = new TreeMap<String, List<String>>();
        for (var unit : parsed(objects(Sources.ofPlugin())).units()) {
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree type, Void nothing) {
                    var isNested = !(getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree);
                    if (!type.getSimpleName().isEmpty()) {
                        (isNested ? nested : names)
                                .computeIfAbsent(type.getSimpleName().toString(), name -> new ArrayList<>())
                                .add(unit.getSourceFile().getName());
                    }
                    return super.visitClass(type, nothing);
                }
            }.scan(unit, null);
        }
        assertTrue(names.size() > 500, "the classes of the plugin were not found");
        nested.forEach((name, files) -> {
            if (names.containsKey(name)) {
                names.get(name).addAll(files);
            }
        });
        names.values().removeIf(files -> files.size() == 1);
        assertEquals(Map.of(), names);
    }

    /** The rules above would say yes to anything if they saw nothing. */
    @Test
    void theRulesSeeWhatIsWrong() throws IOException {
        assertEquals(
                List.of(
                        "Wrong.java:2: no empty line between plain fields",
                        "Wrong.java:18: constructors stand before methods",
                        "Wrong.java:5: final on a parameter or local",
                        "Wrong.java:6: final on a parameter or local",
                        "Wrong.java:6: var",
                        "Wrong.java:7: var",
                        "Wrong.java:8: var",
                        "Wrong.java:9: the name \"own\" means nothing",
                        "Wrong.java:11: a caught exception is called ex",
                        "Wrong.java:12: 8 arguments in a row",
                        "Wrong.java:20: empty line around fields with a comment or annotation",
                        "Wrong.java:22: empty line around fields with a comment or annotation"),
                violations(List.of(new Written("Other", """
                        record Other(int a, int b, int c, int d, int e, int f, int g, int h) {}
                        """), new Written("Wrong", """
                        class Wrong {
                            private int a;

                            private int b;
                            void run(final int parameter) {
                                final String text = new String();
                                int number = 1;
                                for (int i = 0; i < 1; i++) {
                                    var own = i;
                                    try {
                                    } catch (Exception wrong) {
                                        new Other(1, 2, 3, 4, 5, 6, 7, 8);
                                        List.of(1, 2, 3, 4, 5, 6, 7, 8);
                                        double widened = number;
                                    }
                                }
                            }
                            Wrong() {}
                            static class Fields {
                                int c;
                                /** Why. */
                                int d;
                                int e;
                            }
                        }
                        """)), true));
    }

    private static void assertNone(List<String> violations) {
        assertTrue(violations.isEmpty(), () -> String.join("\n", violations));
    }

    private record Parsed(List<CompilationUnitTree> units, Trees trees) {}

    private static Parsed parsed(Iterable<? extends JavaFileObject> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
        var units = new ArrayList<CompilationUnitTree>();
        task.parse().forEach(units::add);
        return new Parsed(units, Trees.instance(task));
    }

    private static List<JavaFileObject> objects(List<Path> files) {
        var manager = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
        return StreamSupport.stream(manager.getJavaFileObjectsFromPaths(files).spliterator(), false)
                .<JavaFileObject>map(file -> file)
                .toList();
    }

    private static List<String> violations(List<JavaFileObject> files, boolean isPlugin) throws IOException {
        var parsed = parsed(files);
        var longLists = Dialect.longLists(parsed.units());
        var found = new ArrayList<String>();
        for (var unit : parsed.units()) {
            new Dialect(unit, parsed.trees(), isPlugin, longLists, found).scan(unit, null);
        }
        return found;
    }

    /** A source that is only in memory. */
    private static final class Written extends SimpleJavaFileObject {
        private final String text;

        Written(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
