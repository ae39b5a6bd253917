/** The trained part of a circuit: one ansatz is one small record that builds its gates. */
package org.ecgdistill.quantum.ansatz;
