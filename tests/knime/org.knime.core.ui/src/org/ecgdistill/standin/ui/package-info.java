/**
 * The stand-in's own side of {@code org.knime.core.ui}: what the runner and the tests hold on to ({@link
 * org.ecgdistill.standin.ui.NodeInstance}, {@link org.ecgdistill.standin.ui.ViewPage}, {@link
 * org.ecgdistill.standin.ui.NodeTexts}) and how parameters get into settings and back. Nodes never see this package.
 * Tables, cells, ports and files on disk do not live here but in {@code org.knime.core}'s stand-in.
 */
package org.ecgdistill.standin.ui;
