package org.ecgdistill.quantum.ansatz;

import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;

/**
 * In each layer a free turn RZ, RY, RZ of every qubit, then a CX gate from each qubit to the one r further round the ring,
 * with r = 1, 2, … n − 1 from layer to layer (Schuld, Bocharov, Svore and Wiebe, Phys. Rev. A 101, 2020). Parameter
 * 3(nl + q) + i is the i-th angle of qubit q in layer l, as in PennyLane.
 */
public record StronglyEntanglingLayers(int qubits, int layers) implements Ansatz {

    public StronglyEntanglingLayers {
        Circuit.requireQubits(qubits);
        Circuit.requireRepetitions("ansatz", layers, 1);
    }

    @Override
    public Circuit circuit() {
        var circuit = Circuit.of(qubits, 0, 3 * qubits * layers);
        var parameter = 0;
        for (var layer = 0; layer < layers; layer++) {
            for (var qubit = 0; qubit < qubits; qubit++) {
                circuit.rotationZ(qubit, new Angle.Parameter(1, parameter++));
                circuit.rotationY(qubit, new Angle.Parameter(1, parameter++));
                circuit.rotationZ(qubit, new Angle.Parameter(1, parameter++));
            }
            if (qubits > 1) {
                var range = layer % (qubits - 1) + 1;
                for (var qubit = 0; qubit < qubits; qubit++) {
                    circuit.controlledX(qubit, (qubit + range) % qubits);
                }
            }
        }
        return circuit.build();
    }
}
