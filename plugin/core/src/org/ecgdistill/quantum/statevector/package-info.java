/**
 * The fast simulator: exact state vectors of a whole batch at once, with adjoint gradients.
 *
 * <p>A circuit is first sorted into layers ({@link org.ecgdistill.quantum.statevector.LayerScheduler}): rotations of
 * different qubits together, phases together, CX gates as mere renaming of basis states. A {@code LaneBlock} then runs the
 * layers on a few hundred rows of features side by side. Each amplitude is one Java array per real and imaginary part whose
 * index is the row of features ("lane"); all work is done by the short loops of {@code Kernels}, which the just-in-time
 * compiler turns into vector instructions as long as each loop stays small and touches few arrays.
 *
 * <p>Gradients: the adjoint method (Jones and Gacon, arXiv:2009.02823). λ = W ψ, with W = Σ g Z the weighted observables,
 * runs backwards through the layers; at each one the sensitivity to its angles follows from λ and the ψ kept there.
 */
package org.ecgdistill.quantum.statevector;
