/**
 * The node that fine-tunes ECGFounder: its declaration, its parameters, and what joins table and training. How it is
 * trained is in {@link org.ecgdistill.distill}.
 */
package org.ecgdistill.knime.founder;
