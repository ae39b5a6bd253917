/**
 * Starts the platform and talks to people: finds the built bundles, runs them in a real Equinox, and is the command line.
 * Plain Java outside OSGi. How a workflow is loaded and run is the engine's business.
 */
package org.ecgdistill.runner.launch;
