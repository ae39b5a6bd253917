/**
 * The fast simulator: exact state vectors of a whole batch of rows at once, with adjoint gradients.
 *
 * <pre>
 * Circuit            gates, one after the other
 *   | LayerScheduler     sorts gates that can act together into one LayerDraft
 * Layer              Hadamards, Rotations, FeatureRotations, Phases, FeaturePhases, Renaming (CX)
 *   | RowWiring          decides which rows each layer reads and writes
 * CompiledStep       one class per kind of layer, for example RotationStep; Renaming moves no numbers and has no step
 *   | LaneBlock          runs the steps on up to 256 rows of features side by side ("lanes")
 * Kernels            the loops over the lanes, in double or single precision
 * </pre>
 *
 * <p><b>Data.</b> The state is a {@code StateRows}: for each basis state one Java array of real and one of imaginary parts,
 * with one element for each lane. A loop over an array stays short and touches few arrays, so that the just-in-time compiler
 * turns it into vector instructions.
 *
 * <p><b>Forward</b> ({@code LaneBlock.forward}). {@code LaneFeatures} takes over the features, {@code FeatureAngles}
 * computes each different angle with its sine and cosine ({@code SineCosine}), {@code PhaseTable} multiplies phases that
 * several layers share, {@code StartState} gives the first amplitudes, the steps run from first to last, and
 * {@code StateReadout} sums probabilities to ⟨Z⟩.
 *
 * <p><b>Backward</b> ({@code LaneBlock.backward}) is the adjoint method (Jones and Gacon, arXiv:2009.02823).
 * {@code StateReadout} starts λ = W ψ, with W = Σ g Z the weighted observables; the steps run from last to first, take λ
 * back through their layer, and add up the sensitivity to their angles from λ and the ψ that was kept there. The chain rule
 * then leads to parameters ({@code addGradient}) and features ({@code FeatureAngles.pullBack}).
 *
 * <p>{@code StateVectorSimulator} feeds a batch to one block, piece by piece; {@code StateVectorBackend} opens it.
 */
package org.ecgdistill.quantum.statevector;
