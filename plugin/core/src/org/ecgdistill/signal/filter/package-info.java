/**
 * Filters that work in time: Butterworth band-pass and high-pass, notch, running median, all without shifting the
 * signal, and ECGFounder's own preparation of a signal made of them.
 *
 * <p>Wavelets live in {@code org.ecgdistill.wavelet}, other sampling rates in {@code org.ecgdistill.signal}.
 */
package org.ecgdistill.signal.filter;
