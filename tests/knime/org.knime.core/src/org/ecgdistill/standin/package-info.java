/**
 * The stand-in's own half: what KNIME keeps to itself (running a node, its ports' form on disk, file stores, table
 * ids) and the facade through which a runner plays KNIME. Nodes never see this package; whatever nodes call lives under
 * {@code org.knime} with KNIME's names and signatures, and with nothing else (not even package descriptions, which the
 * compiler would make classes of):
 * <ul>
 * <li>{@code org.knime.core.data}: cells, types, columns, rows; {@code .def} the ordinary cells, {@code .collection}
 * and {@code .vector.doublevector} cells that hold many values, {@code .container} collecting rows and rearranging
 * columns, {@code .filestore} files that belong to a node's output;
 * <li>{@code org.knime.core.node}: factories, models, execution; {@code .config} and {@code .config.base} settings and
 * their file format, {@code .context} ports by group, {@code .message} what a node says to its user, {@code .port} port
 * objects, {@code .streamable} nodes that work row by row, {@code .util} preconditions;
 * <li>{@code org.knime.core.util}: versions, escapes, a duplicate key.
 * </ul>
 * What KNIME has and this stand-in has not is absent, or throws {@link java.lang.UnsupportedOperationException} with the
 * name of the method.
 * <p>
 * Start at {@link org.ecgdistill.standin.Workspace}.
 */
package org.ecgdistill.standin;
