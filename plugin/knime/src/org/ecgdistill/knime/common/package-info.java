/**
 * What all nodes share of tables: the columns that flow from node to node, how a signal lies in a cell, how a node
 * finds the column it needs, how columns of predictions are named, how rows are read and written, and how an
 * algorithm's progress, cancellation and sentences reach KNIME. No node and no algorithm lives here.
 */
package org.ecgdistill.knime.common;
