/** What a node's dialog shows: conditions, choices, the order of fields. Nothing is drawn. */
package org.ecgdistill.standin.ui.dialog;
