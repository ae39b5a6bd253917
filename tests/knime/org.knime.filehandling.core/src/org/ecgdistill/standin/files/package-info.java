/**
 * File systems of KNIME over this computer's files, as far as the stand-in has them. How places are stored in settings
 * does not live here.
 */
package org.ecgdistill.standin.files;
