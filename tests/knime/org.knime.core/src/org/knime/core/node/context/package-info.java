/** With which ports a node is made. */
package org.knime.core.node.context;
