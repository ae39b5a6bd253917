/** Settings that also hold cells and types. */
package org.knime.core.node.config;
