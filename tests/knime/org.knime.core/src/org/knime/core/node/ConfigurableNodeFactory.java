package org.knime.core.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.standin.FixedPorts;
import org.ecgdistill.standin.FixedPorts.Group;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.node.util.CheckUtils;

/** A factory whose ports come in named groups. */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {

    protected ConfigurableNodeFactory() {}

    protected ConfigurableNodeFactory(boolean lazyInitialization) {
        super(lazyInitialization);
    }

    @Override
    public T createNodeModel() {
        throw new UnsupportedOperationException("ConfigurableNodeFactory.createNodeModel without a configuration");
    }

    @Override
    protected NodeDialogPane createNodeDialogPane() {
        throw new UnsupportedOperationException("ConfigurableNodeFactory.createNodeDialogPane");
    }

    public final ModifiableNodeCreationConfiguration createNodeCreationConfig() {
        var ports =
                createPortsConfigBuilder().map(PortsConfigurationBuilder::build).orElse(null);
        return new ModifiableNodeCreationConfiguration(ports);
    }

    public boolean isPortConfigurableViaMenu() {
        return createPortsConfigBuilder().isPresent();
    }

    protected abstract Optional<PortsConfigurationBuilder> createPortsConfigBuilder();

    @Override
    protected abstract T createNodeModel(NodeCreationConfiguration creationConfig);

    @Override
    protected abstract NodeDialogPane createNodeDialogPane(NodeCreationConfiguration creationConfig);

    /** Collects groups of ports. Only groups that cannot be changed are part of this stand-in. */
    protected static final class PortsConfigurationBuilder {

        private final Map<String, Group> groups = new LinkedHashMap<>();

        public PortsConfigurationBuilder() {}

        public void addFixedInputPortGroup(String pGrpId, PortType... fixedPortTypes) {
            add(pGrpId, new Group(fixedPortTypes, true, false));
        }

        public void addFixedOutputPortGroup(String pGrpId, PortType... fixedPortTypes) {
            add(pGrpId, new Group(fixedPortTypes, false, true));
        }

        public void addFixedPortGroup(String pGrpId, PortType... fixedPortTypes) {
            add(pGrpId, new Group(fixedPortTypes, true, true));
        }

        private void add(String name, Group group) {
            CheckUtils.checkArgument(name != null && !name.isBlank(), "The port group needs a name.");
            CheckUtils.checkArgument(!group.types().isEmpty(), "The port group \"%s\" has no port types.", name);
            CheckUtils.checkArgument(
                    groups.putIfAbsent(name, group) == null, "There is a port group \"%s\" already.", name);
        }

        private FixedPorts build() {
            return new FixedPorts(groups);
        }
    }
}
