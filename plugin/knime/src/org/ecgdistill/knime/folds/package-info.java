/**
 * The node that divides rows into folds: its declaration, its parameters and its report. How folds are made is
 * elsewhere.
 */
package org.ecgdistill.knime.folds;
