/** Port objects, their specs and types, and the simple ways to write them. */
package org.knime.core.node.port;
