/**
 * The simulator Strange, for checking our simulators and for teaching. Only this package uses its API and works around
 * its errors.
 */
package org.ecgdistill.quantum.strange;
