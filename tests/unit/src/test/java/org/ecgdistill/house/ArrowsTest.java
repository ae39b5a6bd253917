package org.ecgdistill.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.ecgdistill.testing.Sources;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Between the rooms of the house the arrows point one way. That no room knows the nodes is up to the compiler. */
class ArrowsTest {

    private static final String HOUSE = "org.ecgdistill.";

    /** What a room may know besides itself; a room that is not listed here does not belong into the house. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.of(
            "common", Set.of(),
            "signal", Set.of("common"),
            "wavelet", Set.of("common", "signal"),
            "recording", Set.of("common", "signal"),
            "quantum", Set.of("common"),
            "evaluation", Set.of("common"),
            "nn", Set.of("common", "signal", "evaluation"),
            "hybrid", Set.of("common", "signal", "nn", "quantum"),
            "model", Set.of("common", "signal", "evaluation", "nn", "quantum", "hybrid"),
            "distill", Set.of("common", "signal", "nn", "model", "quantum", "hybrid", "evaluation"));

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(Sources.ROOT.resolve("plugin/core/target/classes"));

    @TestFactory
    Iterable<DynamicTest> aRoomKnowsOnlyTheRoomsBelowIt() {
        return MAY_KNOW.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
                    var forbidden = new TreeSet<>(MAY_KNOW.keySet());
                    forbidden.removeAll(room.getValue());
                    forbidden.remove(room.getKey());
                    noClasses()
                            .that()
                            .resideInAPackage(HOUSE + room.getKey() + "..")
                            .should()
                            .dependOnClassesThat(rooms(forbidden))
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }))
                .toList();
    }

    @Test
    void everyClassHasARoom() {
        var rooms = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(HOUSE))
                .map(name -> name.substring(HOUSE.length()).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(rooms.contains("signal"), "the classes of the plugin were not found");
        rooms.removeAll(MAY_KNOW.keySet());
        assertTrue(rooms.isEmpty(), () -> "rooms that the plan does not know: " + rooms);
    }

    @Test
    void onlyNetworksKnowDjl() {
        noClasses()
                .that()
                .resideOutsideOfPackages(HOUSE + "nn..", HOUSE + "hybrid..", HOUSE + "distill..", HOUSE + "model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(CLASSES);
    }

    /** DJL frees the number in {@code x.mul(2)} at once; a gradient that still needs it reads anything: see Torch.constant. */
    @Test
    void plainNumbersOutliveTheGradientsThatNeedThem() {
        noClasses()
                .that()
                .resideInAnyPackage(HOUSE + "nn..", HOUSE + "hybrid..", HOUSE + "distill..")
                .should()
                .callMethod(NDArray.class, "mul", Number.class)
                .orShould()
                .callMethod(NDArray.class, "div", Number.class)
                .orShould()
                .callMethod(NDArray.class, "maximum", Number.class)
                .orShould()
                .callMethod(NDArray.class, "minimum", Number.class)
                .orShould()
                .callMethod(NDArray.class, "pow", Number.class)
                .check(CLASSES);
    }

    /** Channels that do not fill blocks are filled in one place; an engine asked elsewhere may be wrong. */
    @Test
    void onlyOneClassAsksForConvolutions() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(HOUSE + "nn.Convolution")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "it is a convolution of the engine",
                        call -> call.getTargetOwner().getName().startsWith("ai.djl.")
                                && call.getName().matches("convolution|deconvolution")))
                .check(CLASSES);
    }

    @Test
    void noTwoPackagesKnowEachOther() {
        SlicesRuleDefinition.slices()
                .matching(HOUSE + "(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatLivesThere() {
        var sources = Sources.ROOT.resolve("plugin/core/src");
        var silent = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name ->
                        !Files.exists(sources.resolve(name.replace('.', '/')).resolve("package-info.java")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(silent.isEmpty(), () -> "packages without package-info.java: " + silent);
    }

    /** What is not exported can't be used by the nodes, nor by anybody else. */
    @Test
    void everyPackageIsExported() throws IOException {
        var manifest = Sources.ROOT.resolve("plugin/core/META-INF/MANIFEST.MF");
        try (var in = Files.newInputStream(manifest)) {
            var exported = new Manifest(in).getMainAttributes().getValue("Export-Package");
            assertEquals(
                    new TreeSet<>(CLASSES.stream()
                            .filter(type -> !type.getSimpleName().equals("package-info"))
                            .map(JavaClass::getPackageName)
                            .toList()),
                    new TreeSet<>(List.of(exported.split(","))));
        }
    }

    /** The rules above would say yes to anything if they looked at no class. */
    @Test
    void theRulesSeeAnArrowThatPointsTheWrongWay() {
        var broken = noClasses()
                .that()
                .resideInAPackage(HOUSE + "signal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang..");
        assertFalse(broken.evaluate(CLASSES).getFailureReport().isEmpty());
    }

    private static DescribedPredicate<JavaClass> rooms(Set<String> rooms) {
        return DescribedPredicate.or(rooms.stream()
                        .map(room -> resideInAPackage(HOUSE + room + ".."))
                        .toList())
                .as("reside in %s", rooms);
    }
}
