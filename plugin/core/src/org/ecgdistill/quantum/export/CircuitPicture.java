package org.ecgdistill.quantum.export;

import java.util.List;
import java.util.Locale;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Gate;
import org.ecgdistill.quantum.Preparation;

/**
 * A circuit drawn as in papers, as SVG: a wire for each qubit, time from left to right, qubit 0 on top. Gates that encode
 * features are blue, trained ones are orange.
 */
public final class CircuitPicture {

    private static final double LINE_WIDTH = 1080;
    private static final double WIRE_DISTANCE = 44;
    private static final double BOX_HEIGHT = 34;
    private static final double LEFT = 64;
    private static final double MARGIN = 14;
    private static final double METER = 30;
    private static final double PREPARATION = 50;
    private static final double LEGEND_HEIGHT = 30;

    private final Circuit circuit;
    private final StringBuilder svg = new StringBuilder();

    private CircuitPicture(Circuit circuit) {
        this.circuit = circuit;
    }

    /** The picture as the text of an SVG file. */
    public static String svg(Circuit circuit) {
        return new CircuitPicture(circuit).draw();
    }

    private String draw() {
        var lines = PictureLayout.lines(PictureLayout.columns(circuit), LINE_WIDTH);
        var lineHeight = circuit.qubits() * WIRE_DISTANCE + 2 * MARGIN;
        var widest = lines.stream().mapToDouble(CircuitPicture::width).max().orElseThrow();
        var right = LEFT + preparationWidth() + widest + METER + 3 * MARGIN;
        var width = Math.max(right, 360);
        var height = lines.size() * lineHeight + LEGEND_HEIGHT;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\""
                        + " font-family=\"Helvetica, Arial, sans-serif\" text-anchor=\"middle\">%n",
                width, height, width, height);
        add(
                "<title>Circuit on %d qubits with %d gates, depth %d</title>%n",
                circuit.qubits(), circuit.gates().size(), circuit.depth());
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n");
        for (var i = 0; i < lines.size(); i++) {
            drawLine(lines.get(i), i * lineHeight + MARGIN, i == 0, i == lines.size() - 1);
        }
        drawLegend(lines.size() * lineHeight + LEGEND_HEIGHT / 2 - 6);
        return add("</svg>%n").toString();
    }

    private void drawLine(List<PictureLayout.Column> columns, double top, boolean first, boolean last) {
        var start = LEFT + (first ? preparationWidth() : 0);
        var end = start + width(columns) + (last ? MARGIN : 0);
        for (var qubit = 0; qubit < circuit.qubits(); qubit++) {
            var y = y(top, qubit);
            add(
                    "<text x=\"%.1f\" y=\"%.1f\" font-size=\"13\" text-anchor=\"end\">q%d%s</text>%n",
                    LEFT - 12, y + 4.5, qubit, first && circuit.preparation() == Preparation.GROUND ? " |0⟩" : "");
            add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#333333\"/>%n", LEFT - 6, y, end, y);
            if (last) {
                drawMeter(end + METER / 2, y);
            } else {
                add("<text x=\"%.1f\" y=\"%.1f\" font-size=\"13\" fill=\"#777777\">…</text>%n", end + 10, y + 4);
            }
        }
        if (first && circuit.preparation() == Preparation.AMPLITUDES) {
            drawPreparation(top);
        }
        var x = start;
        for (var column : columns) {
            for (var gate : column.gates()) {
                drawGate(gate, x + column.width() / 2, top);
            }
            x += column.width();
        }
    }

    private void drawGate(Gate gate, double x, double top) {
        var y = y(top, gate.target());
        if (gate.kind().controlled()) {
            var control = y(top, gate.control());
            add("<path d=\"M%.1f %.1f V%.1f M%.1f %.1f H%.1f\" stroke=\"#333333\"/>%n", x, control, y, x - 9, y, x + 9);
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#333333\"/>%n", x, control);
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"9\" fill=\"none\" stroke=\"#333333\"/>%n", x, y);
            add("<path d=\"M%.1f %.1f V%.1f\" stroke=\"#333333\"/>%n", x, y - 9, y + 9);
            return;
        }
        box(x, y - BOX_HEIGHT / 2, PictureLayout.boxWidth(gate), BOX_HEIGHT, fill(gate));
        if (gate.angle() == null) {
            add(
                    "<text x=\"%.1f\" y=\"%.1f\" font-size=\"14\">%s</text>%n",
                    x, y + 5, gate.kind().symbol());
        } else {
            add(
                    "<text x=\"%.1f\" y=\"%.1f\" font-size=\"12\">%s</text>%n",
                    x, y - 3, gate.kind().symbol());
            add("<text x=\"%.1f\" y=\"%.1f\" font-size=\"11\">%s</text>%n", x, y + 12, AngleText.shown(gate.angle()));
        }
    }

    private void drawMeter(double x, double y) {
        box(x, y - BOX_HEIGHT / 2, METER, BOX_HEIGHT, "#f2f2f2");
        add(
                "<path d=\"M%.1f %.1f A10 10 0 0 1 %.1f %.1f M%.1f %.1f L%.1f %.1f\" fill=\"none\" stroke=\"#333333\"/>%n",
                x - 10, y + 7, x + 10, y + 7, x, y + 7, x + 7, y - 8);
    }

    private void drawPreparation(double top) {
        var height = circuit.qubits() * WIRE_DISTANCE - WIRE_DISTANCE + BOX_HEIGHT;
        var x = LEFT + PREPARATION / 2;
        box(x, y(top, 0) - BOX_HEIGHT / 2, PREPARATION - 8, height, "#dbe9f6");
        add(
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"12\">|x⟩</text>%n",
                x, y(top, 0) - BOX_HEIGHT / 2 + height / 2 + 4);
    }

    private void drawLegend(double y) {
        var x = LEFT + 10;
        box(x, y, 16, 14, "#dbe9f6");
        add(
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"12\" text-anchor=\"start\">encodes features x</text>%n",
                x + 16, y + 11);
        box(x + 150, y, 16, 14, "#fde6d0");
        add("<text x=\"%.1f\" y=\"%.1f\" font-size=\"12\" text-anchor=\"start\">trained, θ</text>%n", x + 166, y + 11);
    }

    private void box(double centre, double top, double width, double height, String fill) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"3\" fill=\"%s\" stroke=\"#333333\"/>%n",
                centre - width / 2, top, width, height, fill);
    }

    private static String fill(Gate gate) {
        if (gate.angle() == null) {
            return "#ffffff";
        }
        if (gate.angle().dependsOnFeatures()) {
            return "#dbe9f6";
        }
        return gate.angle().dependsOnParameters() ? "#fde6d0" : "#ffffff";
    }

    private double preparationWidth() {
        return circuit.preparation() == Preparation.AMPLITUDES ? PREPARATION : 0;
    }

    private static double width(List<PictureLayout.Column> columns) {
        return columns.stream().mapToDouble(PictureLayout.Column::width).sum();
    }

    private static double y(double top, int qubit) {
        return top + (qubit + 0.5) * WIRE_DISTANCE;
    }

    private StringBuilder add(String format, Object... values) {
        return svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }
}
