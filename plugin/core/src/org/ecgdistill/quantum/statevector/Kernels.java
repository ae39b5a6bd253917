package org.ecgdistill.quantum.statevector;

/**
 * Arithmetic on rows: everything the simulator computes, one loop over the lanes each.
 *
 * @param <R> an array of numbers, {@code double[]} or {@code float[]}
 */
interface Kernels<R> {

    R[] rows(int count, int lanes);

    void fill(R row, double value, int lanes);

    void copy(R from, R to, int lanes);

    void fromDoubles(double[] from, R to, int lanes);

    /** {@code to += factor · from}. */
    void addToDoubles(R from, double factor, double[] to, int lanes);

    /** {@code to = factor · from}, where {@code to} is read from {@code start} on in steps of {@code stride}. */
    void scatter(R from, double factor, double[] to, int start, int stride, int lanes);

    /** {@code to = factor · from}, where {@code from} is read from {@code start} on in steps of {@code stride}. */
    void gather(double[] from, double factor, int start, int stride, R to, int lanes);

    double sum(R row, int lanes);

    void scale(R row, double factor, int lanes);

    /**
     * RY on two qubits, divided by the cosines of both half angles: so it needs only their tangents, and the loop is short
     * enough. The rows are in the order of the basis states 00, 01, 10, 11, where the first qubit is the right one.
     */
    void rotateTwo(R row0, R row1, R row2, R row3, double tangent0, double tangent1, int lanes);

    /** {@code (row0 + row1, row0 − row1) · scale}. */
    void hadamard(R row0, R row1, double scale, int lanes);

    /** The same on two qubits. */
    void hadamardTwo(R row0, R row1, R row2, R row3, double scale, int lanes);

    /** Complex multiplication by one number; in place on two real rows it is also RY, by cosine and sine of half the angle. */
    void turn(R re, R im, double cosine, double sine, R toRe, R toIm, int lanes);

    /** The same with a number for each lane. */
    void turnByLane(R re, R im, R cosine, R sine, R toRe, R toIm, int lanes);

    /** The same with the conjugate, which turns back. */
    void turnBackByLane(R re, R im, R cosine, R sine, R toRe, R toIm, int lanes);

    /** {@code sum += a · d − b · c}. */
    void addCross(R a, R b, R c, R d, R sum, int lanes);

    /** {@code to = re² + im²}. */
    void squares(R re, R im, R to, int lanes);

    /** {@code difference += a − b; a += b}. */
    void foldDifference(R a, R b, R difference, int lanes);

    /** {@code to = a · b}. */
    void multiply(R a, R b, R to, int lanes);

    /** {@code to += a}. */
    void add(R a, R to, int lanes);

    /** {@code to = a − 2 b}. */
    void subtractTwice(R a, R b, R to, int lanes);
}
