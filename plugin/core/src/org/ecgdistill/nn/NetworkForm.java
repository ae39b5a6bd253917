package org.ecgdistill.nn;

import java.util.OptionalLong;

/**
 * The size of a network, from which it can be built. Each kind of network has its own record, which model files keep.
 */
public interface NetworkForm extends ModelForm {

    /** The network itself. */
    Network network();

    @Override
    default long parameters() {
        return network().parameters();
    }

    @Override
    default long bytes() {
        return network().bytes();
    }

    @Override
    default OptionalLong multiplyAccumulates(int samples) {
        return OptionalLong.of(network().multiplyAccumulates(samples));
    }
}
