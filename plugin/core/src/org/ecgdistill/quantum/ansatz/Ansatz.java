package org.ecgdistill.quantum.ansatz;

import org.ecgdistill.quantum.Circuit;

/** A family of circuits that training chooses from. */
public interface Ansatz {

    /** The gates, with parameters and without features. */
    Circuit circuit();
}
