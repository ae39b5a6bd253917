/** The ordinary cells and rows. */
package org.knime.core.data.def;
