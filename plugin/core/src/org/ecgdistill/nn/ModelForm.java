package org.ecgdistill.nn;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** The size of a model: what it reads, what it gives and what it costs. */
public interface ModelForm {

    /** How many outputs it has: as many as classes, or 1 for two classes; 0 for a network without classes. */
    int classes();

    /** How many leads it reads. */
    int leads();

    /** How many samples of each lead it reads; empty if any number will do. */
    default OptionalInt window() {
        return OptionalInt.empty();
    }

    /** How many blocks, heads or repetitions it is made of. */
    long parts();

    /** How many numbers training changes. */
    long parameters();

    /** How many bytes it takes. */
    long bytes();

    /**
     * How many multiplications (each with its addition) a prediction takes, dense and convolutional; empty if unknown.
     *
     * @param samples of each lead
     */
    OptionalLong multiplyAccumulates(int samples);
}
