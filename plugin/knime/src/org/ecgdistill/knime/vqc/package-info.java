/**
 * The node that trains quantum students: its declaration, its parameters by group, and what joins table, training and
 * model. The networks and their two stages are in {@link org.ecgdistill.hybrid}, circuits and simulators in
 * {@link org.ecgdistill.quantum}, what is learnt from teachers in {@link org.ecgdistill.distill}.
 */
package org.ecgdistill.knime.vqc;
