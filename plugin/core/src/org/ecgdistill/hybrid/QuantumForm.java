package org.ecgdistill.hybrid;

import org.ecgdistill.nn.NetworkForm;
import org.ecgdistill.quantum.Circuit;

/** The size of a network with a quantum circuit in it. */
public interface QuantumForm extends NetworkForm {

    /** The circuit; if there are several, they differ only in their parameters. */
    Circuit circuit();
}
