/** Circuits for use elsewhere: OpenQASM text for devices and other programs, and a picture for people. */
package org.ecgdistill.quantum.export;
