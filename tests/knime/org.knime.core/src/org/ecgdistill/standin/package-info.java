/**
 * The stand-in's own half: what KNIME keeps to itself (running a node, its ports' form on disk, file stores, table
 * ids) and the facade through which a runner plays KNIME. Nodes never see this package; whatever nodes call lives under
 * {@code org.knime} with KNIME's names and signatures.
 * <p>
 * Start at {@link org.ecgdistill.standin.Workspace}.
 */
package org.ecgdistill.standin;
