/** How signals look in the cells of KNIME's table views. */
package org.ecgdistill.knime.renderer;
