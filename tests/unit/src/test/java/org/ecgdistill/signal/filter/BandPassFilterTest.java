package org.ecgdistill.signal.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BandPassFilterTest {

    /** Output of scipy.signal.sosfiltfilt (1.17.1) for butter(order, [low, high], 'band'), padded as here. */
    static Stream<Arguments> scipy() {
        return Stream.of(
                Arguments.of(4, 0.5, 45, 360, new double[] {
                    0.3012281271838234,
                    -0.4972633099711925,
                    -0.16951271164783288,
                    -0.41991789612186603,
                    0.5599456101646832,
                    -0.3026888761744995,
                    -0.1773074750843059
                }),
                Arguments.of(3, 0.67, 40, 100, new double[] {
                    0.04942212924524414,
                    -1.05615187778195,
                    0.6560639214895962,
                    -0.44668205131736416,
                    0.0932736164239305,
                    0.4164978123441112,
                    0.1708592792331287
                }),
                Arguments.of(1, 1, 30, 250, new double[] {
                    -0.07874871998203074,
                    -0.7531354170995216,
                    0.15559850147640159,
                    -0.3279199430946958,
                    -0.011484171034235095,
                    -0.0064724825787566,
                    0.009545149649708096
                }),
                Arguments.of(4, 0.05, 150, 1000, new double[] {
                    -0.9372716016952718,
                    -1.860944654939653,
                    -1.6792347215641426,
                    -2.793290470326412,
                    -2.4012056225030793,
                    -1.3497611739662372,
                    -1.2868273801871144
                }),
                // So wide a band that a pole pair is real.
                Arguments.of(2, 0.3, 110, 250, new double[] {
                    0.6244044852275001,
                    -0.5017220454740168,
                    0.3264734285402576,
                    -0.6334240278731381,
                    0.11963385921000613,
                    0.026327805511808577,
                    -0.1747449085578121
                }));
    }

    @ParameterizedTest
    @MethodSource
    void scipy(int order, double low, double high, double samplingRate, double[] expected) {
        var result = new BandPassFilter(order, low, high).denoise(FilterReferences.signal(), samplingRate);
        FilterReferences.check(result.signal(), 1e-8, expected);
        assertTrue(Double.isNaN(result.noise()) && Double.isNaN(result.improvement()));
    }

    @Test
    void notchOfScipy() {
        FilterReferences.check(
                new ZeroPhaseFilter(RecursiveFilter.notch(60, 30, 360)).apply(FilterReferences.signal()),
                1e-10,
                1.520443044139454,
                0.3605418740797746,
                0.893502641952929,
                -0.3739125516960418,
                0.3687916335228544,
                1.7252107458108397,
                1.5946827276224769);
    }

    /** Forwards and backwards a Butterworth filter passes half the amplitude at the ends of its band. */
    @ParameterizedTest
    @CsvSource({"10,1", "0.5,0.5", "40,0.5", "0.05,0", "120,0"})
    void theBandIsPassed(double frequency, double share) {
        var wave = new double[60_000];
        Arrays.setAll(wave, i -> Math.sin(2 * Math.PI * frequency * i / 360));
        var result = new BandPassFilter(4, 0.5, 40).denoise(wave, 360).signal();
        for (var i = 20_000; i < 40_000; i++) {
            assertEquals(share * wave[i], result[i], 1e-3);
        }
    }

    @Test
    void missingSamplesStayMissingAndTheSignalIsLeftAlone() {
        var signal = FilterReferences.signal();
        signal[7] = Double.NaN;
        var copy = signal.clone();
        var result = new BandPassFilter(2, 1, 40).denoise(signal, 360).signal();
        assertArrayEquals(copy, signal);
        for (var i = 0; i < signal.length; i++) {
            assertEquals(i == 7, Double.isNaN(result[i]));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0   | 360 | it has 0 samples",
                "27  | 360 | The signal has 27 samples; this filter needs more than 27",
                "400 | 0   | The sampling rate is 0 Hz",
                "400 | NaN | The sampling rate is NaN Hz",
                "400 | 70  | A band from 0.5 to 40.0 Hz cannot be passed at a sampling rate of 70.0 Hz",
            })
    void unsuitableSignalsAreExplained(int samples, double rate, String sentence) {
        var filter = new BandPassFilter(4, 0.5, 40);
        var message = assertThrows(SignalException.class, () -> filter.denoise(new double[samples], rate))
                .getMessage();
        assertTrue(message.contains(sentence), message);
    }

    @Test
    void theShortestSufficientSignalIsFiltered() {
        assertEquals(
                28, new BandPassFilter(4, 0.5, 40).denoise(new double[28], 360).signal().length);
    }

    @ParameterizedTest
    @CsvSource({"0,40", "40,0.5", "5,5", "NaN,40", "1,NaN"})
    void unsuitableBandsAreExplained(double low, double high) {
        var filter = new BandPassFilter(4, low, high);
        var message = assertThrows(SignalException.class, () -> filter.denoise(new double[400], 360))
                .getMessage();
        assertTrue(message.contains("the lower end must be above 0 and below the upper one"), message);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 11})
    void unsuitableOrdersAreExplained(int order) {
        var message = assertThrows(SignalException.class, () -> new BandPassFilter(order, 1, 2))
                .getMessage();
        assertTrue(message.contains("The filter's order is " + order), message);
    }
}
