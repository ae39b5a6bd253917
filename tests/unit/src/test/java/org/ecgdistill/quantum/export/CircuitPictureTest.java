package org.ecgdistill.quantum.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Entanglement.Pattern;
import org.ecgdistill.quantum.Gate;
import org.ecgdistill.quantum.ansatz.HadamardRotation;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.ecgdistill.quantum.featuremap.AmplitudeFeatureMap;
import org.ecgdistill.quantum.featuremap.ZZFeatureMap;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CircuitPictureTest {

    /** Boxes: gates on one qubit, measurements, two of the legend, one background. */
    @Test
    void everyGateIsDrawn() throws Exception {
        var circuit = CircuitDesign.paper().circuit();
        var picture = parse(circuit);
        assertEquals(117 - 35 + 6 + 2 + 1, elements(picture, "rect").size());
        // A dot and a ring for each CX.
        assertEquals(2 * 35, elements(picture, "circle").size());
        var texts =
                elements(picture, "text").stream().map(Element::getTextContent).toList();
        assertTrue(texts.contains("2(π−x₀)(π−x₁)"), texts::toString);
        assertTrue(texts.contains("θ₄₇"), texts::toString);
        assertTrue(texts.contains("q5 |0⟩"), texts::toString);
    }

    @Test
    void nothingOverlapsOrLeavesThePage() throws Exception {
        for (var circuit : List.of(
                CircuitDesign.paper().circuit(),
                new ZZFeatureMap(12, 1, Pattern.FULL).circuit(),
                new AmplitudeFeatureMap(3).circuit().then(new HadamardRotation(3).circuit()),
                Circuit.of(1, 0, 0).build())) {
            var picture = parse(circuit);
            var page = picture.getDocumentElement();
            var boxes = elements(picture, "rect").stream()
                    .filter(box -> box.hasAttribute("rx"))
                    .map(CircuitPictureTest::corners)
                    .toList();
            for (var i = 0; i < boxes.size(); i++) {
                var a = boxes.get(i);
                assertTrue(a[0] >= 0 && a[1] >= 0 && a[2] <= number(page, "width") && a[3] <= number(page, "height"));
                for (var j = 0; j < i; j++) {
                    var b = boxes.get(j);
                    assertFalse(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3], "boxes " + j + " and " + i);
                }
            }
        }
    }

    @Test
    void gatesStandInTheOrderInWhichTheyAct() {
        var circuit = CircuitDesign.paper().circuit();
        var order = new ArrayList<Gate>();
        PictureLayout.columns(circuit).forEach(column -> order.addAll(column.gates()));
        for (var qubit = 0; qubit < 6; qubit++) {
            var bit = 1 << qubit;
            assertEquals(
                    circuit.gates().stream()
                            .filter(gate -> (gate.qubits() & bit) != 0)
                            .toList(),
                    order.stream().filter(gate -> (gate.qubits() & bit) != 0).toList());
        }
    }

    private static Document parse(Circuit circuit) throws Exception {
        var bytes = CircuitPicture.svg(circuit).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<Element> elements(Document picture, String name) {
        var nodes = picture.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (var i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static double[] corners(Element box) {
        var x = number(box, "x");
        var y = number(box, "y");
        return new double[] {x, y, x + number(box, "width"), y + number(box, "height")};
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
