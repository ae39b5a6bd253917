package org.ecgdistill.signal.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HighPassFilterTest {

    /** Output of scipy.signal.sosfiltfilt (1.17.1) for butter(order, cutOff, 'high'), padded as here. */
    @Test
    void scipy() {
        FilterReferences.check(
                new HighPassFilter(2, 0.5)
                        .denoise(FilterReferences.signal(), 360)
                        .signal(),
                1e-10,
                0.2266003443875777,
                -0.9026198328690858,
                0.08034010348567722,
                -0.6848170229005658,
                0.27654880045063035,
                0.12883806402785125,
                -0.07730931459109791);
        FilterReferences.check(
                new HighPassFilter(3, 5).denoise(FilterReferences.signal(), 250).signal(),
                1e-10,
                -0.008292811578406667,
                -1.0636236141762372,
                0.23413408535252261,
                -0.3681134372648921,
                0.18590495410944588,
                0.39554595559776173,
                0.14965428111135584);
    }

    @Test
    void missingSamplesStayMissing() {
        var signal = FilterReferences.signal();
        signal[399] = Double.NaN;
        var result = new HighPassFilter(2, 0.5).denoise(signal, 360).signal();
        for (var i = 0; i < signal.length; i++) {
            assertEquals(i == 399, Double.isNaN(result[i]));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0   | 360 | A high-pass at 0 Hz is not possible",
                "180 | 360 | A high-pass at 180 Hz is not possible at a sampling rate of 360 Hz",
                "NaN | 360 | A high-pass at NaN Hz",
                "0.5 | 0   | The sampling rate is 0 Hz",
            })
    void unsuitableCutOffsAreExplained(double cutOff, double rate, String sentence) {
        var filter = new HighPassFilter(2, cutOff);
        var message = assertThrows(SignalException.class, () -> filter.denoise(FilterReferences.signal(), rate))
                .getMessage();
        assertTrue(message.contains(sentence), message);
    }
}
