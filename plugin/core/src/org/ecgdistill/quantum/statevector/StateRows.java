package org.ecgdistill.quantum.statevector;

/**
 * The amplitudes at one moment of the circuit, in the order of the basis states: for each a row of real and a row of
 * imaginary parts. Two moments may share rows.
 */
record StateRows<R>(R[] re, R[] im) {

    int dimension() {
        return re.length;
    }

    /** Real parts for 0, imaginary parts for 1: for what is done to both alike. */
    R[] part(int index) {
        return index == 0 ? re : im;
    }

    /** Copies every row that the other moment does not share. */
    void copyTo(StateRows<R> other, Kernels<R> kernels, int lanes) {
        for (var state = 0; state < re.length; state++) {
            if (re[state] != other.re[state]) {
                kernels.copy(re[state], other.re[state], lanes);
                kernels.copy(im[state], other.im[state], lanes);
            }
        }
    }
}
