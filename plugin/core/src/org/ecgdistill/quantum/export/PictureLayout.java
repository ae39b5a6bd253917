package org.ecgdistill.quantum.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Gate;

/**
 * Where the gates of a picture go: in columns as far left as their wires are free, and the columns in lines no wider than a
 * page.
 */
final class PictureLayout {

    /** Gates that stand above each other. */
    record Column(List<Gate> gates, double width) {}

    private static final double GAP = 10;
    private static final double NARROWEST = 30;
    private static final double WIDTH_PER_LETTER = 6.2;
    private static final double PADDING = 10;

    private PictureLayout() {}

    /** The columns from left to right. */
    static List<Column> columns(Circuit circuit) {
        var columns = new ArrayList<List<Gate>>();
        var firstFree = new int[circuit.qubits()];
        for (var gate : circuit.gates()) {
            // A CX gate's line also occupies the wires that it crosses.
            var from = gate.kind().controlled() ? Math.min(gate.control(), gate.target()) : gate.target();
            var to = Math.max(gate.control(), gate.target());
            var column = Arrays.stream(firstFree, from, to + 1).max().orElseThrow();
            Arrays.fill(firstFree, from, to + 1, column + 1);
            if (column == columns.size()) {
                columns.add(new ArrayList<>());
            }
            columns.get(column).add(gate);
        }
        return columns.stream()
                .map(gates -> new Column(
                        gates,
                        gates.stream()
                                        .mapToDouble(PictureLayout::boxWidth)
                                        .max()
                                        .orElseThrow()
                                + GAP))
                .toList();
    }

    /** The columns of each line. */
    static List<List<Column>> lines(List<Column> columns, double lineWidth) {
        var lines = new ArrayList<List<Column>>();
        lines.add(new ArrayList<>());
        var width = 0.0;
        for (var column : columns) {
            var line = lines.get(lines.size() - 1);
            if (width + column.width() > lineWidth && !line.isEmpty()) {
                line = new ArrayList<>();
                lines.add(line);
                width = 0;
            }
            line.add(column);
            width += column.width();
        }
        return lines;
    }

    /** How wide a gate is drawn. */
    static double boxWidth(Gate gate) {
        var letters = gate.angle() == null ? 1 : AngleText.shown(gate.angle()).length();
        return Math.max(NARROWEST, letters * WIDTH_PER_LETTER + PADDING);
    }
}
