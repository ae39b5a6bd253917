/** Messages for the user: what happened, where, what to do. */
package org.knime.core.node.message;
