/**
 * What the nodes show of their data. A view is a page (HTML, style sheet, script in the folder {@code views} of the
 * plugin) and a method here, which declares the page and its data: first the initial data, then, as the
 * reader scrolls and zooms, what the page asks for by the names of methods. A node has a view by {@code
 * .addView(RecordingsView::of)} and by {@code out.setInternalData(…)} with the tables that the view needs; KNIME
 * keeps these with the workflow, so that the view opens after the workflow was closed.
 *
 * <p>No figure is computed here: curves, averages and traces come from the packages of the algorithms. A page at most
 * takes the mean of figures that it shows side by side, as its caption explains.
 */
package org.ecgdistill.knime.views;
