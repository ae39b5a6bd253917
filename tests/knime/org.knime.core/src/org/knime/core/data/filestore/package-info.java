/** Files that belong to a node's output. */
package org.knime.core.data.filestore;
