/**
 * The one training loop of all learners: teacher, students, autoencoder and the head of the quantum student. It knows
 * mini-batches, Adam, learning-rate curves, inner validation and when to stop; what is to be learnt is defined by a
 * {@link org.ecgdistill.nn.training.Loss} and by targets that only the loss interprets.
 */
package org.ecgdistill.nn.training;
