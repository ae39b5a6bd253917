package org.ecgdistill.quantum.featuremap;

import org.ecgdistill.quantum.Circuit;

/** Encodes one row of features in the state of a register. */
public interface FeatureMap {

    /** The gates that encode, without trained parameters. */
    Circuit circuit();
}
