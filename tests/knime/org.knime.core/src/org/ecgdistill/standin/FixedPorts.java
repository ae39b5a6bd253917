package org.ecgdistill.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.port.PortType;

/** Ports in groups that cannot be changed: each group is saved as an empty config of its name. */
public final class FixedPorts implements ModifiablePortsConfiguration {

    private final Map<String, Group> groups;

    /** Ports that belong together. */
    public record Group(List<PortType> types, boolean areInputs, boolean areOutputs) {

        public Group {
            types = List.copyOf(types);
        }

        public Group(PortType[] types, boolean areInputs, boolean areOutputs) {
            this(List.of(types), areInputs, areOutputs);
        }
    }

    public FixedPorts(Map<String, Group> groups) {
        this.groups = new LinkedHashMap<>(groups);
    }

    @Override
    public PortType[] getInputPorts() {
        return types(Group::areInputs);
    }

    @Override
    public PortType[] getOutputPorts() {
        return types(Group::areOutputs);
    }

    private PortType[] types(Predicate<Group> wanted) {
        return groups.values().stream()
                .filter(wanted)
                .flatMap(group -> group.types().stream())
                .toArray(PortType[]::new);
    }

    @Override
    public Map<String, int[]> getInputPortLocation() {
        return locations(Group::areInputs);
    }

    @Override
    public Map<String, int[]> getOutputPortLocation() {
        return locations(Group::areOutputs);
    }

    private Map<String, int[]> locations(Predicate<Group> wanted) {
        var locations = new LinkedHashMap<String, int[]>();
        var next = 0;
        for (var entry : groups.entrySet()) {
            if (wanted.test(entry.getValue())) {
                var ports = new int[entry.getValue().types().size()];
                for (var i = 0; i < ports.length; i++) {
                    ports[i] = next++;
                }
                locations.put(entry.getKey(), ports);
            }
        }
        return locations;
    }

    @Override
    public List<String> getPortGroupNames() {
        return new ArrayList<>(groups.keySet());
    }

    @Override
    public void saveSettingsTo(NodeSettingsWO settings) {
        groups.keySet().forEach(settings::addNodeSettings);
    }

    @Override
    public void loadSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException {
        // fixed groups have nothing to load
    }
}
