/**
 * Networks and how they are trained: ECGFounder's network, the students, the autoencoder, and one training loop for all
 * of them, on DJL's PyTorch engine. What a student learns from a teacher is not here but in {@code distill}.
 */
package org.ecgdistill.nn;
