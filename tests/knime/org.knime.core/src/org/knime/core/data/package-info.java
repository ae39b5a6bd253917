/** Cells, types, columns, rows: what a table is made of. How tables are stored is not here. */
package org.knime.core.data;
