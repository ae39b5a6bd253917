/** The node that removes noise from signals: its declaration and its parameters. The methods are elsewhere. */
package org.ecgdistill.knime.denoiser;
