/**
 * What every other package builds on: the progress of long work, exceptions that explain themselves, pieces of
 * sentences, files that are written whole or not at all, and JSON for small values.
 *
 * <p>Nothing here knows what an ECG is.
 */
package org.ecgdistill.common;
