/**
 * Wavelets and what they do for an ECG: filter banks, the discrete wavelet transform of signals of any length,
 * thresholds, and the denoiser made of them.
 *
 * <p>Everything here works on numbers only: no tables, no files, no nodes. Filters other than wavelets live in {@code
 * org.ecgdistill.signal.filter}.
 */
package org.ecgdistill.wavelet;
