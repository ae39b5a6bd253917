package org.ecgdistill.signal.filter;

import java.util.List;
import org.ecgdistill.signal.SignalException;

/**
 * Filters run over a signal forwards and then backwards, so that nothing is shifted in time and every frequency is
 * damped twice (Gustafsson, IEEE Trans. Signal Process. 44 (1996) 988, on why the ends need care: here the signal is
 * continued at both ends by its point reflection, and the filters start settled).
 */
final class ZeroPhaseFilter {

    /** The ends are continued by this many times the number of coefficients. */
    private static final int TIMES = 3;

    private final List<RecursiveFilter> sections;
    private final int padding;

    ZeroPhaseFilter(RecursiveFilter... sections) {
        this.sections = List.of(sections);
        this.padding = TIMES
                * (1 + this.sections.stream().mapToInt(RecursiveFilter::order).sum());
    }

    /** The filtered signal. */
    double[] apply(double[] signal) {
        if (signal.length <= padding) {
            throw new SignalException("The signal has " + signal.length + " samples; this filter needs more than "
                    + padding + ". Filter the record before cutting it into segments.");
        }
        var extended = extended(signal);
        runOver(extended);
        reverse(extended);
        runOver(extended);
        reverse(extended);
        var result = new double[signal.length];
        System.arraycopy(extended, padding, result, 0, result.length);
        return result;
    }

    private void runOver(double[] signal) {
        var first = signal[0];
        for (var section : sections) {
            section.apply(signal, first);
            first *= section.gainOfConstant();
        }
    }

    private double[] extended(double[] signal) {
        var last = signal.length - 1;
        var result = new double[signal.length + 2 * padding];
        System.arraycopy(signal, 0, result, padding, signal.length);
        for (var i = 1; i <= padding; i++) {
            result[padding - i] = 2 * signal[0] - signal[i];
            result[padding + last + i] = 2 * signal[last] - signal[last - i];
        }
        return result;
    }

    private static void reverse(double[] signal) {
        for (int i = 0, j = signal.length - 1; i < j; i++, j--) {
            var value = signal[i];
            signal[i] = signal[j];
            signal[j] = value;
        }
    }
}
