package org.ecgdistill.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Between the rooms of the house the arrows point one way. */
class ArrowsTest {

    private static final String HOUSE = "org.ecgdistill.";

    /** What a room may know besides itself; a room that is not listed here does not belong into the house. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.of(
            "signal", Set.of(),
            "wavelet", Set.of("signal"),
            "recording", Set.of("signal"),
            "quantum", Set.of("signal"),
            "evaluation", Set.of("signal"),
            "nn", Set.of("signal", "evaluation"),
            "hybrid", Set.of("signal", "nn", "quantum"),
            "model", Set.of("signal", "nn", "quantum", "hybrid"),
            "distill", Set.of("signal", "nn", "model", "quantum", "hybrid", "evaluation"),
            "knime",
                    Set.of(
                            "signal",
                            "wavelet",
                            "recording",
                            "quantum",
                            "evaluation",
                            "nn",
                            "hybrid",
                            "model",
                            "distill"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPath(Path.of(System.getProperty("ecgdistill.root", "../.."), "plugin/target/classes"));

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
    void onlyTheNodesKnowKnime() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + "knime..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.knime..")
                .check(CLASSES);
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
        var sources = Path.of(System.getProperty("ecgdistill.root", "../.."), "plugin/src");
        var silent = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name ->
                        !Files.exists(sources.resolve(name.replace('.', '/')).resolve("package-info.java")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(silent.isEmpty(), () -> "packages without package-info.java: " + silent);
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

    private static DescribedPredicate<JavaClass> rooms(final Set<String> rooms) {
        return DescribedPredicate.or(rooms.stream()
                        .map(room -> resideInAPackage(HOUSE + room + ".."))
                        .toList())
                .as("reside in %s", rooms);
    }
}
