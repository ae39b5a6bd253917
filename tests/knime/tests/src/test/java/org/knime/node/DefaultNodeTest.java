package org.knime.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ecgdistill.standin.NodeScope;
import org.ecgdistill.standin.ProgressListener;
import org.ecgdistill.standin.Workspace;
import org.ecgdistill.standin.ui.NodeInstance;
import org.ecgdistill.standin.ui.ViewPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.RequirePorts.PortsAdder;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;

/** A declared node from its ports to its view. */
@SuppressWarnings("restriction")
class DefaultNodeTest {

    private static final DataTableSpec SPEC =
            new DataTableSpec(new DataColumnSpecCreator("Number", IntCell.TYPE).createSpec());

    /** Any node. */
    static final class Factory extends DefaultNodeFactory {
        Factory(DefaultNode node) {
            super(node);
        }
    }

    static final class Parameters implements NodeParameters {

        @Widget(title = "Column", description = "A column.")
        String m_column;

        int m_rows = 3;

        Parameters() {}

        Parameters(NodeParametersInput input) {
            m_column = input.getInTableSpec(0)
                    .map(spec -> spec.getColumnSpec(0).getName())
                    .orElse("nothing known");
        }

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_rows < 0) {
                throw new InvalidSettingsException("There cannot be fewer than no rows.");
            }
        }
    }

    private static Factory node(Consumer<PortsAdder> ports, Function<RequireModelParameters, DefaultModel> model) {
        return new Factory(declared(ports, model));
    }

    private static DefaultNode declared(
            Consumer<PortsAdder> ports, Function<RequireModelParameters, DefaultModel> model) {
        return DefaultNode.create()
                .name("Test")
                .icon("test.png")
                .shortDescription("A test.")
                .fullDescription("A test node.")
                .sinceVersion(5, 8, 0)
                .ports(ports)
                .model(model);
    }

    private static DefaultNode counting() {
        return declared(
                ports -> ports.addInputTable("In", "A table.").addOutputTable("Out", "A table."),
                model -> model.parametersClass(Parameters.class)
                        .configure((in, out) -> {
                            Parameters parameters = in.getParameters();
                            out.setWarningMessage("column is " + parameters.m_column);
                            out.setOutSpec(0, SPEC);
                        })
                        .execute((in, out) -> {
                            Parameters parameters = in.getParameters();
                            var container = in.getExecutionContext().createDataContainer(SPEC);
                            for (var row = 0; row < parameters.m_rows; row++) {
                                container.addRowToTable(new DefaultRow("Row" + row, new IntCell(row)));
                            }
                            container.close();
                            out.setOutData(0, container.getTable());
                            out.setInternalData(container.getTable());
                        }));
    }

    /** What a test does with a node in a workflow. */
    private interface Body {
        void test(NodeScope scope) throws Exception;
    }

    private static void in(DefaultNodeFactory factory, Body body) throws Exception {
        try (var workspace = Workspace.open(null)) {
            body.test(workspace.addNode(1, "Test", factory));
        }
    }

    @Test
    void twoPortsOfOneNameAreRefused() {
        var factory = node(
                ports -> ports.addInputTable("Table", "In.").addOutputTable("Table", "Out."),
                model -> model.withoutParameters().configure((in, out) -> {}).execute((in, out) -> {}));
        assertThrows(IllegalArgumentException.class, () -> in(factory, scope -> {}));
    }

    @Test
    void rearrangingColumnsNeedsOneTableOnEachSide() {
        var factory = node(ports -> ports.addInputTable("In", "A table."), model -> model.withoutParameters()
                .rearrangeColumns((in, out) -> {}));
        assertThrows(IllegalStateException.class, () -> in(factory, scope -> {}));
    }

    @Test
    void aRearrangerMustBeSet() throws Exception {
        var forgetful = node(
                ports -> ports.addInputTable("In", "A table.").addOutputTable("Out", "A table."),
                model -> model.withoutParameters().rearrangeColumns((in, out) -> {}));
        in(forgetful, scope -> {
            var ex = assertThrows(InvalidSettingsException.class, () -> scope.configure(SPEC));
            assertEquals("No column rearranger has been set.", ex.getMessage());
        });
        var same = node(
                ports -> ports.addInputTable("In", "A table.").addOutputTable("Out", "A table."),
                model -> model.withoutParameters()
                        .rearrangeColumns(
                                (in, out) -> out.setColumnRearranger(new ColumnRearranger(in.getDataTableSpec()))));
        in(same, scope -> assertEquals(SPEC, scope.configure(SPEC)[0]));
    }

    @Test
    void defaultsAreMadeOfTheInputsWhereNothingIsStored() throws Exception {
        in(new Factory(counting()), scope -> {
            var fresh = new NodeSettings("model");
            scope.saveModelSettings(fresh);
            assertNull(fresh.getString("column"), "before configure the plain defaults are saved");
            assertEquals(SPEC, scope.configure(SPEC)[0]);
            assertEquals("column is Number", scope.warning().orElseThrow().getSummary());
            var configured = new NodeSettings("model");
            scope.saveModelSettings(configured);
            assertEquals("Number", configured.getString("column"));
        });
    }

    @Test
    void loadedParametersAreValidatedAndKept() throws Exception {
        in(new Factory(counting()), scope -> {
            var settings = new NodeSettings("model");
            settings.addString("column", null);
            settings.addInt("rows", -1);
            assertEquals(
                    "There cannot be fewer than no rows.",
                    assertThrows(InvalidSettingsException.class, () -> scope.loadModelSettings(settings))
                            .getMessage());
            settings.addInt("rows", 5);
            scope.loadModelSettings(settings);
            scope.configure(SPEC);
            assertEquals("column is null", scope.warning().orElseThrow().getSummary());
        });
    }

    @Test
    void aMissingKeyLeavesTheNodeWithItsDefaults() throws Exception {
        in(new Factory(counting()), scope -> {
            var settings = new NodeSettings("model");
            settings.addString("column", "stored");
            assertThrows(InvalidSettingsException.class, () -> scope.loadModelSettings(settings));
            scope.configure(SPEC);
            assertEquals("column is Number", scope.warning().orElseThrow().getSummary());
        });
    }

    @Test
    void anOutputThatIsNotSetIsUnknown() throws Exception {
        var silent = node(
                ports -> ports.addOutputTable("Out", "A table."),
                model -> model.withoutParameters().configure((in, out) -> {}).execute((in, out) -> {}));
        in(silent, scope -> {
            assertNull(scope.configure(new PortObjectSpec[0])[0]);
            assertThrows(Exception.class, () -> scope.execute(ProgressListener.NONE));
            assertFalse(scope.isExecuted());
        });
    }

    @Test
    void whatANodeThrowsArrivesUnchanged() throws Exception {
        var failing = node(ports -> ports.addOutputTable("Out", "A table."), model -> model.withoutParameters()
                .configure((in, out) -> {
                    throw new InvalidSettingsException("Choose a file.");
                })
                .execute((in, out) -> {
                    throw new KNIMEException("The file is gone.");
                }));
        in(failing, scope -> {
            assertEquals(
                    "Choose a file.",
                    assertThrows(InvalidSettingsException.class, scope::configure)
                            .getMessage());
            assertEquals(
                    "The file is gone.",
                    assertThrows(KNIMEException.class, () -> scope.execute(ProgressListener.NONE))
                            .getMessage());
        });
    }

    record Point(String name, long rows) {}

    @Test
    void theViewShowsTheInternalData(@TempDir Path folder) throws Exception {
        var node = counting().addView(view -> view.withoutParameters()
                .description("Shows the table.")
                .page(page -> page.fromString(() -> "<html></html>")
                        .relativePath("test.html")
                        .addResourceFromString(() -> "body {}", "style/test.css"))
                .initialData(data -> data.data(input -> new Point("rows", input.getInternalTables()[0].size())))
                .dataService(service -> service.handler(input -> new Object() {
                    @SuppressWarnings("unused") // called by its name
                    public long rows() {
                        return input.getInternalTables()[0].size();
                    }
                })));
        in(new Factory(node), scope -> {
            scope.configure(SPEC);
            scope.execute(ProgressListener.NONE, scope.workspace().createTable(SPEC, List.of()));
            var view = NodeInstance.of(scope.factory(), scope.model()).view().orElseThrow();
            assertEquals(
                    "{\"result\":{\"name\":\"rows\",\"rows\":3}}",
                    view.initialData().orElseThrow());
            assertEquals(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":3}",
                    view.callDataService("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"rows\",\"params\":[]}")
                            .orElseThrow());
            assertPage(view, folder);
        });
    }

    private static void assertPage(ViewPage view, Path folder) throws Exception {
        var page = view.writeFiles(folder);
        assertEquals(folder.resolve("test.html"), page);
        assertEquals("<html></html>", Files.readString(page));
        assertEquals("body {}", Files.readString(folder.resolve("style/test.css")));
    }

    @Test
    void aDeclarationSaysEverythingOnce() {
        var node = counting().nodeType(NodeType.Learner).keywords("one");
        assertThrows(IllegalStateException.class, () -> node.nodeType(NodeType.Sink));
        assertThrows(IllegalStateException.class, () -> node.keywords("two"));
        var factory = new Factory(node.addExternalResource("https://x.org", "A link"));
        assertEquals("Learner", NodeInstance.of(factory, null).texts().type());
        assertEquals("Test", factory.getNodeName());
        assertEquals(NodeType.Learner, factory.getType());
        assertTrue(NodeInstance.of(factory, null).view().isEmpty());
    }
}
