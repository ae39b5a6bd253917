/** What becomes of signals when they are looked at: stretches as wide as a screen. What draws them is elsewhere. */
package org.ecgdistill.signal.view;
