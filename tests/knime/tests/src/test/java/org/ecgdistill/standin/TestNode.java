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

    private TestNode(PortType[] inputs, PortType[] outputs, Work work) {
        super(true);
        this.inputs = inputs;
        this.outputs = outputs;
        this.work = work;
        specs = new PortObjectSpec[outputs.length];
    }

    static PortType[] ports(PortType... types) {
        return types;
    }

    static TestNode of(PortType[] inputs, PortType[] outputs, Work work) {
        return new TestNode(inputs, outputs, work);
    }

    /** Its outputs are internal objects too, as those of a node with a view are. */
    TestNode keepingOutputs() {
        keepsOutputs = true;
        return this;
    }

    /** What it says of its outputs when it is configured. */
    TestNode saying(PortObjectSpec... outputSpecs) {
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
        protected PortObjectSpec[] configure(PortObjectSpec[] inSpecs) {
            return specs;
        }

        @Override
        protected PortObject[] execute(PortObject[] objects, ExecutionContext context) throws Exception {
            var made = work.execute(objects, context);
            internals = keepsOutputs ? made : null;
            return made;
        }

        @Override
        public PortObject[] getInternalPortObjects() {
            return internals;
        }

        @Override
        public void setInternalPortObjects(PortObject[] portObjects) {
            internals = portObjects;
        }

        @Override
        protected void reset() {
            internals = null;
        }

        @Override
        protected void saveSettingsTo(NodeSettingsWO settings) {
            settings.addInt("answer", 42);
        }

        @Override
        protected void validateSettings(NodeSettingsRO settings) {
            // nothing to check
        }

        @Override
        protected void loadValidatedSettingsFrom(NodeSettingsRO settings) {
            // nothing to load
        }

        @Override
        protected void loadInternals(File folder, ExecutionMonitor monitor) {
            // nothing to load
        }

        @Override
        protected void saveInternals(File folder, ExecutionMonitor monitor) {
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
            public String getInportName(int index) {
                return null;
            }

            @Override
            public String getInportDescription(int index) {
                return null;
            }

            @Override
            public String getOutportName(int index) {
                return null;
            }

            @Override
            public String getOutportDescription(int index) {
                return null;
            }

            @Override
            public int getViewCount() {
                return 0;
            }

            @Override
            public String getViewName(int index) {
                return null;
            }

            @Override
            public String getViewDescription(int index) {
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
    public NodeView<NodeModel> createNodeView(int viewIndex, NodeModel nodeModel) {
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
