/** Trees of settings and their file format. */
package org.knime.core.node.config.base;
