/**
 * Nodes: factories, models, settings, execution. What happens around a node is not here but in the stand-in's own
 * package.
 */
package org.knime.core.node;
