/**
 * The node that reads recordings from files: its declaration, its parameters, and how records, annotations and the status
 * of each record become rows. File formats are implemented elsewhere.
 */
package org.ecgdistill.knime.reader;
