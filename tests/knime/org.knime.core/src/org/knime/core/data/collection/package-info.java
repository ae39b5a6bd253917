/** Cells that hold cells. */
package org.knime.core.data.collection;
