/** Nodes that do on request what a runner must cope with: count, wait, warn, fail. No part of the extension. */
package org.ecgdistill.testnodes;
