/** Vectors of numbers in a cell. */
package org.knime.core.data.vector.doublevector;
