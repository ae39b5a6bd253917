/**
 * The node that compares models: its declaration, its parameters, how it finds models among the columns, and how a
 * comparison becomes tables. What is computed lives in the evaluation packages.
 */
package org.ecgdistill.knime.scorer;
