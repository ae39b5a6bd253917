package org.ecgdistill.standin;

import java.io.File;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.NodeView;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.w3c.dom.Element;

/** A node whose work is given by a test. */
final class TestNode extends NodeFactory<NodeModel> {

    /** The work. */
    interface Work {
        PortObject[] execute(PortObject[] inputs, ExecutionContext context) throws Exception;
    }

    private final PortType[] inputs;

    private final PortType[] outputs;

    private final Work work;

    private boolean keepsOutputs;

    private PortObjectSpec[] specs;

    private TestNode(final PortType[] inputs, final PortType[] outputs, final Work work) {
        super(true);
        this.inputs = inputs;
        this.outputs = outputs;
        this.work = work;
        specs = new PortObjectSpec[outputs.length];
    }

    static PortType[] ports(final PortType... types) {
        return types;
    }

    static TestNode of(final PortType[] inputs, final PortType[] outputs, final Work work) {
        return new TestNode(inputs, outputs, work);
    }

    /** Its outputs are internal objects too, as those of a node with a view are. */
    TestNode keepingOutputs() {
        keepsOutputs = true;
        return this;
    }

    /** What it says of its outputs when it is configured. */
    TestNode saying(final PortObjectSpec... outputSpecs) {
        specs = outputSpecs;
        return this;
    }

    @Override
    public NodeModel createNodeModel() {
        return new Model();
    }

    private final class Model extends NodeModel implements PortObjectHolder {

        private PortObject[] internals;

        Model() {
            super(inputs, outputs);
        }

        @Override
        protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) {
            return specs;
        }

        @Override
        protected PortObject[] execute(final PortObject[] objects, final ExecutionContext context) throws Exception {
            var made = work.execute(objects, context);
            internals = keepsOutputs ? made : null;
            return made;
        }

        @Override
        public PortObject[] getInternalPortObjects() {
            return internals;
        }

        @Override
        public void setInternalPortObjects(final PortObject[] portObjects) {
            internals = portObjects;
        }

        @Override
        protected void reset() {
            internals = null;
        }

        @Override
        protected void saveSettingsTo(final NodeSettingsWO settings) {
            settings.addInt("answer", 42);
        }

        @Override
        protected void validateSettings(final NodeSettingsRO settings) {
            // nothing to check
        }

        @Override
        protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
            // nothing to load
        }

        @Override
        protected void loadInternals(final File folder, final ExecutionMonitor monitor) {
            // nothing to load
        }

        @Override
        protected void saveInternals(final File folder, final ExecutionMonitor monitor) {
            // nothing to save
        }
    }

    @Override
    protected NodeDescription createNodeDescription() {
        return new NodeDescription() {
            @Override
            public String getNodeName() {
                return "Test";
            }

            @Override
            public NodeType getType() {
                return NodeType.Other;
            }

            @Override
            public String getIconPath() {
                return null;
            }

            @Override
            public String getInportName(final int index) {
                return null;
            }

            @Override
            public String getInportDescription(final int index) {
                return null;
            }

            @Override
            public String getOutportName(final int index) {
                return null;
            }

            @Override
            public String getOutportDescription(final int index) {
                return null;
            }

            @Override
            public int getViewCount() {
                return 0;
            }

            @Override
            public String getViewName(final int index) {
                return null;
            }

            @Override
            public String getViewDescription(final int index) {
                return null;
            }

            @Override
            public String getInteractiveViewName() {
                return null;
            }

            @Override
            public Element getXMLDescription() {
                return null;
            }
        };
    }

    @Override
    protected int getNrNodeViews() {
        return 0;
    }

    @Override
    public NodeView<NodeModel> createNodeView(final int viewIndex, final NodeModel nodeModel) {
        return null;
    }

    @Override
    protected boolean hasDialog() {
        return false;
    }

    @Override
    protected NodeDialogPane createNodeDialogPane() {
        return null;
    }
}
