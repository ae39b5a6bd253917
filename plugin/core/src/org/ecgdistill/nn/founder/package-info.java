/**
 * ECGFounder's released weights: which network they belong to, and what should be known about them. How they are
 * fine-tuned is in {@code org.ecgdistill.distill}.
 */
package org.ecgdistill.nn.founder;
