/**
 * A real browser for the tests of pages: Chromium without a window, driven by its own DevTools protocol over a
 * WebSocket, so that nothing but the browser has to be installed. {@link org.ecgdistill.browser.KnimeHost} stands where
 * KNIME stands: it serves a node's view, puts it into a frame and answers what the view asks.
 */
package org.ecgdistill.browser;
