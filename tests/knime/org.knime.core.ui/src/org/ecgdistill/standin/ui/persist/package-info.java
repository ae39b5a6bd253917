/**
 * How parameters classes are stored in settings and loaded from them, by their fields' types and annotations. Dialogs
 * and texts do not live here.
 */
package org.ecgdistill.standin.ui.persist;
