/** Signals prepared for viewing: stretches as wide as a screen. They are drawn elsewhere. */
package org.ecgdistill.signal.view;
