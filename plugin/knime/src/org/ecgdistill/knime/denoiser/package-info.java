/** The node that frees signals from noise: its declaration and its parameters. How it is done is elsewhere. */
package org.ecgdistill.knime.denoiser;
