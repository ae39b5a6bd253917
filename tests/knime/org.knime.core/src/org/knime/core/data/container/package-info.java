/** Collecting rows into tables, and making columns of tables into those of others. */
package org.knime.core.data.container;
