/** A node's description, made of its declaration as KNIME makes it. */
package org.ecgdistill.standin.ui.text;
