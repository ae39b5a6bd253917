package org.ecgdistill.wavelet;

/**
 * One level of the transform, there and back, for signals of any length: one wavelet, one boundary mode, block by
 * block in scratch memory.
 */
final class FilterBank {

    private final BoundaryMode mode;
    private final PolyphaseTaps decomposition;
    private final PolyphaseTaps reconstruction;
    private final int filterLength;
    private final int delay;

    FilterBank(Wavelet wavelet, BoundaryMode mode) {
        this.mode = mode;
        this.decomposition = PolyphaseTaps.decomposition(wavelet);
        this.reconstruction = PolyphaseTaps.reconstruction(wavelet);
        this.filterLength = wavelet.length();
        this.delay = mode.delay(wavelet.length());
    }

    /** The number of coefficients of each kind that one level makes of this many samples. */
    int coefficients(int samples) {
        return mode.coefficients(samples, filterLength);
    }

    /** Splits a signal into approximation and detail: a(i) = Σ_j h(j)·x(2i + F − 1 − delay − j), likewise d(i). */
    void decompose(Slice signal, Slice approximation, Slice detail, FilterBlock block) {
        var total = coefficients(signal.length());
        for (var start = 0; start < total; start += FilterBlock.LENGTH) {
            var count = Math.min(FilterBlock.LENGTH, total - start);
            split(signal, 2 * start - delay, count + decomposition.overlap(), block);
            block.filter(decomposition, count);
            System.arraycopy(block.first, 0, approximation.values(), approximation.from() + start, count);
            System.arraycopy(block.second, 0, detail.values(), detail.from() + start, count);
        }
    }

    /** Puts a signal together again: x(t) = Σ_i a(i)·g(t + delay − 2i) and the same sum over the detail. */
    void reconstruct(Slice approximation, Slice detail, Slice signal, FilterBlock block) {
        var end = (delay + signal.length() + 1) / 2;
        for (var start = delay / 2; start < end; start += FilterBlock.LENGTH) {
            var count = Math.min(FilterBlock.LENGTH, end - start);
            var first = start - reconstruction.overlap();
            load(approximation, first, count + reconstruction.overlap(), block.even);
            load(detail, first, count + reconstruction.overlap(), block.odd);
            block.filter(reconstruction, count);
            join(block, count, signal, 2 * start - delay);
        }
    }

    /** Even and odd samples from index {@code first} on, with what the mode puts beyond the ends. */
    private void split(Slice signal, int first, int count, FilterBlock block) {
        var begin = Math.min(count, Math.max(0, (1 - first) / 2));
        var end = Math.max(begin, Math.min(count, Math.floorDiv(signal.length() - first, 2)));
        splitOneByOne(signal, first, 0, begin, block);
        deinterleave(signal.values(), signal.from() + first, begin, end, block.even, block.odd);
        splitOneByOne(signal, first, end, count, block);
    }

    private void splitOneByOne(Slice signal, int first, int begin, int end, FilterBlock block) {
        for (var i = begin; i < end; i++) {
            block.even[i] = sample(signal, first + 2 * i);
            block.odd[i] = sample(signal, first + 2 * i + 1);
        }
    }

    private double sample(Slice signal, int index) {
        return index >= 0 && index < signal.length() ? signal.get(index) : mode.beyond(signal, index);
    }

    /** Coefficients from index {@code first} on. Only under periodization are some beyond the ends needed. */
    private void load(Slice source, int first, int count, double[] target) {
        var begin = Math.min(count, Math.max(0, -first));
        var end = Math.max(begin, Math.min(count, source.length() - first));
        loadOneByOne(source, first, 0, begin, target);
        System.arraycopy(source.values(), source.from() + first + begin, target, begin, end - begin);
        loadOneByOne(source, first, end, count, target);
    }

    private void loadOneByOne(Slice source, int first, int begin, int end, double[] target) {
        for (var i = begin; i < end; i++) {
            target[i] = mode == BoundaryMode.PERIODIZATION ? source.get(Math.floorMod(first + i, source.length())) : 0;
        }
    }

    /** Writes both outputs alternately from index {@code first} on, which is −1 where the delay is odd. */
    private static void join(FilterBlock block, int count, Slice signal, int first) {
        var begin = 0;
        var end = count;
        if (first < 0) {
            signal.values()[signal.from()] = block.second[0];
            begin = 1;
        }
        if (first + 2 * count > signal.length()) {
            end--;
            signal.values()[signal.end() - 1] = block.first[end];
        }
        interleave(block.first, block.second, begin, end, signal.values(), signal.from() + first);
    }

    private static void deinterleave(double[] signal, int first, int begin, int end, double[] even, double[] odd) {
        for (var i = begin; i < end; i++) {
            even[i] = signal[first + 2 * i];
            odd[i] = signal[first + 2 * i + 1];
        }
    }

    private static void interleave(double[] even, double[] odd, int begin, int end, double[] signal, int first) {
        for (var i = begin; i < end; i++) {
            signal[first + 2 * i] = even[i];
            signal[first + 2 * i + 1] = odd[i];
        }
    }
}
