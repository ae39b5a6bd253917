package org.ecgdistill.knime.vqc;

import java.util.Arrays;
import java.util.List;
import org.ecgdistill.hybrid.TrainedCircuit;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.quantum.export.CircuitPicture;
import org.ecgdistill.quantum.export.OpenQasm2;
import org.ecgdistill.quantum.export.OpenQasm3;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The circuits of the output model: their size, and their text for other quantum software. */
final class CircuitTable {

    static final DataTableSpec SPEC = new DataTableSpec(
            EcgColumns.column("Part", StringCell.TYPE),
            EcgColumns.column("Qubits", IntCell.TYPE),
            EcgColumns.column("Features", IntCell.TYPE),
            EcgColumns.column("Gates", IntCell.TYPE),
            EcgColumns.column("Depth", IntCell.TYPE),
            EcgColumns.column("Two-qubit gates", IntCell.TYPE),
            EcgColumns.column("Parameters", IntCell.TYPE),
            EcgColumns.column("OpenQASM 2", StringCell.TYPE),
            EcgColumns.column("OpenQASM 3", StringCell.TYPE),
            EcgColumns.column("Picture (SVG)", StringCell.TYPE));

    private CircuitTable() {}

    static BufferedDataTable write(List<TrainedCircuit> circuits, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            for (var trained : circuits) {
                var circuit = trained.circuit();
                var first = Arrays.copyOf(trained.angles(), circuit.features());
                table.add(
                        new StringCell(trained.part()),
                        new IntCell(circuit.qubits()),
                        new IntCell(circuit.features()),
                        new IntCell(circuit.gates().size()),
                        new IntCell(circuit.depth()),
                        new IntCell(circuit.twoQubitGates()),
                        new IntCell(circuit.parameters()),
                        new StringCell(OpenQasm2.text(circuit, first, trained.parameters())),
                        new StringCell(OpenQasm3.text(circuit, first, trained.parameters())),
                        new StringCell(CircuitPicture.svg(circuit)));
            }
            return table.finish();
        }
    }
}
