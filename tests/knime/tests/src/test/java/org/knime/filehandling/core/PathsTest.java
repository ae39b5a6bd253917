package org.knime.filehandling.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.ecgdistill.standin.NodeScope;
import org.ecgdistill.standin.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.NodeSettings;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSFiles;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.location.FSPathProviderFactory;
import org.knime.filehandling.core.data.location.FSLocationSerializationUtils;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Places of files become paths, as far as KNIME lets them. */
class PathsTest {

    @TempDir
    private Path folder;

    /** A node, for the workflow around it. */
    static final class Factory extends DefaultNodeFactory {
        Factory() {
            super(DefaultNode.create()
                    .name("Test")
                    .icon("test.png")
                    .shortDescription("A test.")
                    .fullDescription("A test.")
                    .sinceVersion(5, 8, 0)
                    .ports(ports -> {})
                    .model(model ->
                            model.withoutParameters().configure((in, out) -> {}).execute((in, out) -> {})));
        }
    }

    private static String read(FSLocation location) throws IOException {
        try (var factory = FSPathProviderFactory.newFactory(Optional.empty(), location);
                var provider = factory.create(location);
                var content = FSFiles.newInputStream(provider.getPath())) {
            return new String(content.readAllBytes());
        }
    }

    /** Reads a place as a node of a workflow in {@code folder/workflow} would. */
    private String readInWorkflow(FSLocation location) throws Exception {
        var workflow = Files.createDirectories(folder.resolve("workflow"));
        try (var workspace = Workspace.open(workflow)) {
            NodeScope node = workspace.addNode(1, "Test", new Factory());
            return node.call(() -> read(location));
        }
    }

    private static FSLocation relative(String to, String path) {
        return new FSLocation(FSCategory.RELATIVE, to, path);
    }

    @Test
    void localPathsAreThisComputers() throws IOException {
        var file = Files.writeString(folder.resolve("a.txt"), "local");
        var location = new FSLocation(FSCategory.LOCAL, file.toString());
        assertEquals("local", read(location));
        try (var factory = FSPathProviderFactory.newFactory(Optional.empty(), location);
                var provider = factory.create(location)) {
            var path = provider.getPath();
            assertEquals(file.toFile(), path.toFile());
            assertEquals(location, path.toFSLocation());
            assertEquals("a.txt", path.getFileName().toString());
            assertTrue(Files.isRegularFile(path));
            assertEquals(5, Files.size(path));
            assertTrue(Files.isDirectory(path.getParent()));
            try (var entries = Files.list(path.getParent())) {
                assertTrue(entries.anyMatch(path::equals));
            }
            assertThrows(UnsupportedOperationException.class, () -> FileChannel.open(path), "as in KNIME");
        }
    }

    @Test
    void theDataAreaIsTheWorkflowsFolderData() throws Exception {
        var data = Files.createDirectories(folder.resolve("workflow/data/sub"));
        Files.writeString(data.resolve("b.txt"), "data");
        assertEquals("data", readInWorkflow(relative("knime.workflow.data", "sub/b.txt")));
        assertEquals("data", readInWorkflow(relative("knime.workflow.data", "/sub/b.txt")));
        var ex = assertThrows(
                NoSuchFileException.class, () -> readInWorkflow(relative("knime.workflow.data", "absent.txt")));
        assertEquals("/absent.txt", ex.getFile());
    }

    @Test
    void relativePathsStartAtTheWorkflowButDoNotLookInside() throws Exception {
        Files.createDirectories(folder.resolve("workflow/data"));
        Files.writeString(folder.resolve("workflow/data/c.txt"), "hidden");
        Files.writeString(folder.resolve("beside.txt"), "beside");
        assertEquals("beside", readInWorkflow(relative("knime.workflow", "../beside.txt")));
        assertThrows(NoSuchFileException.class, () -> readInWorkflow(relative("knime.workflow", "data/c.txt")));
    }

    @Test
    void whatTheStandInLacksIsNamed() {
        for (var category : new FSCategory[] {FSCategory.MOUNTPOINT, FSCategory.CUSTOM_URL, FSCategory.HUB_SPACE}) {
            var ex = assertThrows(UnsupportedOperationException.class, () -> read(new FSLocation(category, "x", "y")));
            assertTrue(ex.getMessage().contains(category.name()), ex.getMessage());
        }
        assertThrows(IllegalStateException.class, () -> read(relative("knime.workflow.data", "x")), "no workflow");
        assertThrows(IllegalArgumentException.class, () -> read(relative("knime.nonsense", "x")));
    }

    @Test
    void placesAreStored() throws Exception {
        var settings = new NodeSettings("path");
        var location = relative("knime.workflow.data", "ecg.csv");
        FSLocationSerializationUtils.saveFSLocation(location, settings);
        assertEquals(location, FSLocationSerializationUtils.loadFSLocation(settings));
        assertEquals("RELATIVE", settings.getString("file_system_type"));
        assertNotEquals(location, new FSLocation(FSCategory.LOCAL, "ecg.csv"));
        assertEquals("(RELATIVE, knime.workflow.data, ecg.csv)", location.toString());
        var nothing = new NodeSettings("path");
        FSLocationSerializationUtils.saveFSLocation(FSLocation.NULL, nothing);
        assertEquals(FSLocation.NULL, FSLocationSerializationUtils.loadFSLocation(nothing));
    }
}
