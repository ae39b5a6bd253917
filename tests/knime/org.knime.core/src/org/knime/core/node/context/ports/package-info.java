/** A node's ports by group. */
package org.knime.core.node.context.ports;
