/**
 * Writes a comparison down as one HTML page that needs nothing else: tables, pictures, methods, provenance. It reads in
 * light and dark, on a screen and on paper. Every figure on it comes from the {@link
 * org.ecgdistill.evaluation.study.Comparison}; nothing is computed here but places on a picture.
 */
package org.ecgdistill.evaluation.report;
