/**
 * The simulator Strange, to check ours against and to teach with. It is the only code here that knows its API, and the
 * traps in it.
 */
package org.ecgdistill.quantum.strange;
