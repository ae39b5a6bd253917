package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the update site offers, and nothing else. */
class UpdateSiteTest {
    private static final Path SITE = TestPlatform.root().resolve("update-site/target");
    private static final String CORE = "org.ecgdistill.core";
    private static final String NODES = "org.ecgdistill.knime";

    /** The folder of the plugin with the Java classes of ONNX Runtime. */
    private static final String RUNTIME = "lib/onnxruntime/";

    private static final List<String> PLATFORMS = List.of("linux-x86_64", "win-x86_64", "osx-aarch64");

    private static List<String> entries(Path zip) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    private static Path only(Path folder, String glob) throws IOException {
        try (var files = Files.newDirectoryStream(folder, glob)) {
            var iterator = files.iterator();
            assertTrue(iterator.hasNext(), () -> "no " + glob + " in " + folder);
            var found = iterator.next();
            assertTrue(!iterator.hasNext(), () -> "more than one " + glob + " in " + folder);
            return found;
        }
    }

    private static List<String> named(List<String> entries, String start, String end) {
        return entries.stream()
                .filter(name -> name.startsWith(start) && name.endsWith(end))
                .toList();
    }

    private static Path bundle(String name) throws IOException {
        return only(SITE.resolve("repository/plugins"), name + "_*.jar");
    }

    @Test
    void zipHoldsTheBundlesTheFragmentsAndTwoFeatures() throws IOException {
        var entries = entries(only(SITE, "*.zip"));
        for (var feature : List.of("org.ecgdistill.feature", "org.ecgdistill.onnxruntime.feature")) {
            assertEquals(1, named(entries, "features/" + feature + "_", ".jar").size(), entries::toString);
        }
        assertEquals(2, named(entries, "features/", ".jar").size(), entries::toString);
        for (var bundle : List.of(CORE, NODES)) {
            assertEquals(1, named(entries, "plugins/" + bundle + "_", ".jar").size(), entries::toString);
        }
        for (var platform : PLATFORMS) {
            for (var library : List.of("pytorch", "onnxruntime")) {
                var fragment = "plugins/org.ecgdistill." + library + "." + platform + "_";
                assertEquals(1, named(entries, fragment, ".jar").size(), () -> fragment + " in " + entries);
            }
        }
        assertEquals(8, named(entries, "plugins/", ".jar").size(), entries::toString);
    }

    /** Nobody downloads ONNX Runtime unasked: only the optional feature installs its libraries. */
    @Test
    void onlyTheOptionalFeatureInstallsOnnxRuntime() throws IOException {
        var features = SITE.resolve("repository/features");
        var main = text(only(features, "org.ecgdistill.feature_*.jar"), "feature.xml");
        assertTrue(main.contains("org.ecgdistill.pytorch.") && !main.contains("onnxruntime"), main);
        var optional = text(only(features, "org.ecgdistill.onnxruntime.feature_*.jar"), "feature.xml");
        assertTrue(optional.contains("label=\"ECG Distill: ONNX models\""), optional);
        assertTrue(optional.contains("<import feature=\"org.ecgdistill.feature\""), optional);
        for (var platform : PLATFORMS) {
            assertTrue(optional.contains("org.ecgdistill.onnxruntime." + platform), platform);
        }
        assertTrue(named(entries(bundle(CORE)), "", ".class").contains(RUNTIME + "ai/onnxruntime/OrtSession.class"));
        assertEquals(List.of(), named(entries(bundle(CORE)), RUNTIME + "ai/onnxruntime/native/", ""));
    }

    /** The jar on Maven Central also holds other platforms, and 300 MB of symbols for debugging. */
    @Test
    void aFragmentOfOnnxRuntimeHoldsTheLibrariesOfItsPlatform() throws IOException {
        var libraries = Map.of(
                "linux-x86_64", List.of("linux-x64/libonnxruntime.so", "linux-x64/libonnxruntime4j_jni.so"),
                "win-x86_64", List.of("win-x64/onnxruntime.dll", "win-x64/onnxruntime4j_jni.dll"),
                "osx-aarch64", List.of("osx-aarch64/libonnxruntime.dylib", "osx-aarch64/libonnxruntime4j_jni.dylib"));
        var filters = Map.of(
                "linux-x86_64", "(&(osgi.os=linux)(osgi.arch=x86_64))",
                "win-x86_64", "(&(osgi.os=win32)(osgi.arch=x86_64))",
                "osx-aarch64", "(&(osgi.os=macosx)(osgi.arch=aarch64))");
        for (var platform : PLATFORMS) {
            var fragment = bundle("org.ecgdistill.onnxruntime." + platform);
            assertEquals(
                    libraries.get(platform),
                    named(entries(fragment), "ai/", "").stream()
                            .filter(name -> !name.endsWith("/"))
                            .map(name -> name.substring("ai/onnxruntime/native/".length()))
                            .sorted()
                            .toList());
            assertTrue(text(fragment, "ThirdPartyNotices.txt").contains("abseil-cpp"), platform);
            try (var jar = new JarFile(fragment.toFile())) {
                var attributes = jar.getManifest().getMainAttributes();
                assertEquals(CORE, attributes.getValue("Fragment-Host"));
                assertEquals(filters.get(platform), attributes.getValue("Eclipse-PlatformFilter"));
                var license = attributes.getValue("Bundle-License");
                assertTrue(license.startsWith("MIT;") && license.contains("onnxruntime-LICENSE.txt"), license);
            }
        }
    }

    @Test
    void zipHoldsNothingOfKnimeOrOfTheTests() throws IOException {
        for (var entry : entries(only(SITE, "*.zip"))) {
            assertTrue(!entry.contains("org.knime") && !entry.contains("runner"), entry);
        }
    }

    @Test
    void theNodesAskForKnimeAndTheAlgorithmsForNothing() throws IOException {
        assertNull(attribute(CORE, "Require-Bundle"));
        assertEquals(
                "javax.imageio;resolution:=optional,sun.misc;resolution:=optional",
                attribute(CORE, "Import-Package"),
                "packages of the JDK that DJL and Gson may use");
        var required = attribute(NODES, "Require-Bundle");
        for (var bundle : List.of(
                "org.ecgdistill.core;bundle-version=\"[0.1.0,0.2.0)\"",
                "org.knime.core;bundle-version=\"[5.8.0,6.0.0)\"",
                "org.knime.core.ui;bundle-version=\"[5.8.0,6.0.0)\"",
                "org.knime.filehandling.core;bundle-version=\"[5.6.0,6.0.0)\"")) {
            assertTrue(required.contains(bundle), () -> bundle + " in " + required);
        }
    }

    @Test
    void everythingOnTheBundleClassPathIsInThePlugin() throws IOException {
        var classPath = attribute(CORE, "Bundle-ClassPath");
        var entries = Arrays.stream(classPath.split(",")).map(String::strip).toList();
        assertTrue(entries.size() > 1, classPath);
        var inside = entries(bundle(CORE));
        for (var entry : entries) {
            assertTrue(entry.equals(".") || inside.contains(entry), () -> entry + " is not in the plugin's jar");
        }
        assertNull(attribute(NODES, "Bundle-ClassPath"));
    }

    @Test
    void theViewsAndWhatTheyDrawWithAreInThePlugin() throws IOException {
        var entries = entries(bundle(NODES));
        for (var file :
                List.of("recordings.html", "shared/client.js", "shared/style.css", "lib/d3.min.js", "lib/LICENSE")) {
            assertTrue(entries.contains("views/" + file), () -> "views/" + file + " in " + entries);
        }
    }

    @Test
    void bundlesAreInstalledAsFolders() throws IOException {
        assertEquals("dir", attribute(NODES, "Eclipse-BundleShape"));
        assertEquals("dir", attribute(CORE, "Eclipse-BundleShape"));
    }

    /** What is shipped is shipped with its license, and so is the plugin itself. */
    @Test
    void everyPartComesWithItsLicense() throws IOException {
        for (var bundle : List.of(CORE, NODES)) {
            assertEquals(Files.readString(TestPlatform.root().resolve("LICENSE")), text(bundle, "LICENSE"));
        }
        for (var part : List.of(
                List.of("pytorch-LICENSE.txt", "From PyTorch:", "Neither the names of Facebook"),
                List.of("pytorch-LICENSE.txt", "Name: fbgemm", "Name: libuv"),
                List.of("pytorch-NOTICE.txt", "Caffe", "All rights reserved"),
                List.of("intel-onemkl-LICENSE.txt", "Intel Simplified Software License", "DISCLAIMER"),
                List.of("intel-openmp-LICENSE.txt", "Intel End User License Agreement", "Redistributables"),
                List.of("gcc-libgomp-GPL-3.0.txt", "GNU GENERAL PUBLIC LICENSE", "END OF TERMS AND CONDITIONS"),
                List.of("gcc-libgomp-runtime-library-exception-3.1.txt", "Version 3.1", "No Weakening of GCC Copyleft"),
                List.of("llvm-openmp-LICENSE.txt", "LLVM Exceptions to the Apache 2.0 License", "OpenMP Runtime Team"),
                List.of("asmjit-LICENSE.txt", "Petr Kobalicek", "Altered source versions"),
                List.of("onnxruntime-LICENSE.txt", "MIT License", "Copyright (c) Microsoft Corporation"),
                List.of("strange-LICENSE.txt", "Johan Vos", "BSD 3-Clause License"))) {
            var text = text(CORE, "licenses/" + part.get(0));
            assertTrue(text.contains(part.get(1)) && text.contains(part.get(2)), part::toString);
        }
    }

    /** A library or jar that comes with a later version must not come in silence. */
    @Test
    void theListOfLicensesNamesEveryLibraryAndEveryJar() throws IOException {
        var about = text(CORE, "about.html");
        assertTrue(about.contains("<td>lib/onnxruntime</td>") && about.contains("libonnxruntime4j_jni"), about);
        assertTrue(text(NODES, "about.html").contains("views/lib/d3.min.js"));
        for (var jar : named(entries(bundle(CORE)), "lib/", ".jar")) {
            assertTrue(about.contains(jar.substring("lib/".length())), jar);
        }
        for (var license : named(entries(bundle(CORE)), "licenses/", ".txt")) {
            assertTrue(about.contains("href=\"" + license + "\""), license);
        }
        for (var platform : PLATFORMS) {
            var fragment = bundle("org.ecgdistill.pytorch." + platform);
            var libraries = named(entries(fragment), "pytorch/cpu/" + platform + "/", "").stream()
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .filter(name -> !name.isEmpty())
                    .toList();
            assertTrue(libraries.size() >= 4, libraries::toString);
            for (var library : libraries) {
                var stem = library.replaceAll("\\.(so|dylib)$", "");
                assertTrue(about.contains(stem), library);
            }
            try (var jar = new JarFile(fragment.toFile())) {
                var license = jar.getManifest().getMainAttributes().getValue("Bundle-License");
                assertTrue(license != null && license.contains("BSD-3-Clause"), platform + ": " + license);
                var texts = Pattern.compile("[\\w.-]+\\.txt").matcher(license);
                while (texts.find()) {
                    assertTrue(entries(bundle(CORE)).contains("licenses/" + texts.group()), texts.group());
                }
            }
        }
    }

    private static String attribute(String bundle, String name) throws IOException {
        try (var jar = new JarFile(bundle(bundle).toFile())) {
            return jar.getManifest().getMainAttributes().getValue(name);
        }
    }

    private static String text(String bundle, String entry) throws IOException {
        return text(bundle(bundle), entry);
    }

    private static String text(Path jar, String entry) throws IOException {
        try (var file = new JarFile(jar.toFile());
                var in = file.getInputStream(file.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
