package org.ecgdistill.standin.ui;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecgdistill.standin.NodeScope;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** What parameters may look at; the tables at the inputs are never shown, as before the nodes in front are executed. */
public final class ParametersInput implements NodeParametersInput {

    private final PortType[] inTypes;
    private final PortType[] outTypes;
    private final PortObjectSpec[] specs;

    private ParametersInput(PortType[] inTypes, PortType[] outTypes, PortObjectSpec[] specs) {
        this.inTypes = inTypes;
        this.outTypes = outTypes;
        this.specs = specs;
    }

    /** For the node that is running on this thread; in tests without one the ports' types are unknown. */
    public static NodeParametersInput of(PortObjectSpec... specs) {
        Objects.requireNonNull(specs, "The specs at the inputs must not be null.");
        var scope = NodeScope.current().orElse(null);
        if (scope == null) {
            var unknown = IntStream.range(0, specs.length)
                    .mapToObj(i -> PortObject.TYPE)
                    .toArray(PortType[]::new);
            return new ParametersInput(unknown, null, specs);
        }
        return new ParametersInput(
                scope.inputTypes().toArray(PortType[]::new), scope.outputTypes().toArray(PortType[]::new), specs);
    }

    @Override
    public PortType[] getInPortTypes() {
        return inTypes;
    }

    @Override
    public PortType[] getOutPortTypes() {
        return outTypes;
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return specs;
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(int portIndex) {
        return Optional.ofNullable(specs[portIndex]);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Stream.of(specs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return new PortObject[specs.length];
    }

    @Override
    public Optional<PortObject> getInPortObject(int portIndex) {
        return Optional.ofNullable(getInPortObjects()[portIndex]);
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return new BufferedDataTable[specs.length];
    }

    @Override
    public Optional<BufferedDataTable> getInTable(int portIndex) {
        return getInPortObject(portIndex).map(BufferedDataTable.class::cast);
    }
}
