/** The built update site in a real Equinox: does it fit together, and does the runner do there what KNIME would do. */
package org.ecgdistill.osgi;
