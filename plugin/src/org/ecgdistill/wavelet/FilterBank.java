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

    FilterBank(final Wavelet wavelet, final BoundaryMode mode) {
        this.mode = mode;
        this.decomposition = PolyphaseTaps.decomposition(wavelet);
        this.reconstruction = PolyphaseTaps.reconstruction(wavelet);
        this.filterLength = wavelet.length();
        this.delay = mode.delay(wavelet.length());
    }

    /** How many coefficients of each kind one level makes of so many samples. */
    int coefficients(final int samples) {
        return mode.coefficients(samples, filterLength);
    }

    /** Splits a signal into approximation and detail: a(i) = Σ_j h(j)·x(2i + F − 1 − delay − j), likewise d(i). */
    void decompose(final Slice signal, final Slice approximation, final Slice detail, final FilterBlock block) {
        int total = coefficients(signal.length());
        for (int start = 0; start < total; start += FilterBlock.LENGTH) {
            int count = Math.min(FilterBlock.LENGTH, total - start);
            split(signal, 2 * start - delay, count + decomposition.overlap(), block);
            block.filter(decomposition, count);
            System.arraycopy(block.first, 0, approximation.values(), approximation.from() + start, count);
            System.arraycopy(block.second, 0, detail.values(), detail.from() + start, count);
        }
    }

    /** Puts a signal together again: x(t) = Σ_i a(i)·g(t + delay − 2i) and the same sum over the detail. */
    void reconstruct(final Slice approximation, final Slice detail, final Slice signal, final FilterBlock block) {
        int end = (delay + signal.length() + 1) / 2;
        for (int start = delay / 2; start < end; start += FilterBlock.LENGTH) {
            int count = Math.min(FilterBlock.LENGTH, end - start);
            int first = start - reconstruction.overlap();
            load(approximation, first, count + reconstruction.overlap(), block.even);
            load(detail, first, count + reconstruction.overlap(), block.odd);
            block.filter(reconstruction, count);
            join(block, count, signal, 2 * start - delay);
        }
    }

    /** Even and odd samples from index {@code first} on, with what the mode puts beyond the ends. */
    private void split(final Slice signal, final int first, final int count, final FilterBlock block) {
        int begin = Math.min(count, Math.max(0, (1 - first) / 2));
        int end = Math.max(begin, Math.min(count, Math.floorDiv(signal.length() - first, 2)));
        splitOneByOne(signal, first, 0, begin, block);
        deinterleave(signal.values(), signal.from() + first, begin, end, block.even, block.odd);
        splitOneByOne(signal, first, end, count, block);
    }

    private void splitOneByOne(
            final Slice signal, final int first, final int begin, final int end, final FilterBlock block) {
        for (int i = begin; i < end; i++) {
            block.even[i] = sample(signal, first + 2 * i);
            block.odd[i] = sample(signal, first + 2 * i + 1);
        }
    }

    private double sample(final Slice signal, final int index) {
        return index >= 0 && index < signal.length() ? signal.get(index) : mode.beyond(signal, index);
    }

    /** Coefficients from index {@code first} on. Only under periodization are some beyond the ends needed. */
    private void load(final Slice source, final int first, final int count, final double[] target) {
        int begin = Math.min(count, Math.max(0, -first));
        int end = Math.max(begin, Math.min(count, source.length() - first));
        loadOneByOne(source, first, 0, begin, target);
        System.arraycopy(source.values(), source.from() + first + begin, target, begin, end - begin);
        loadOneByOne(source, first, end, count, target);
    }

    private void loadOneByOne(
            final Slice source, final int first, final int begin, final int end, final double[] target) {
        for (int i = begin; i < end; i++) {
            target[i] = mode == BoundaryMode.PERIODIZATION ? source.get(Math.floorMod(first + i, source.length())) : 0;
        }
    }

    /** Writes both outputs alternately from index {@code first} on, which is −1 where the delay is odd. */
    private static void join(final FilterBlock block, final int count, final Slice signal, final int first) {
        int begin = 0;
        int end = count;
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

    private static void deinterleave(
            final double[] signal,
            final int first,
            final int begin,
            final int end,
            final double[] even,
            final double[] odd) {
        for (int i = begin; i < end; i++) {
            even[i] = signal[first + 2 * i];
            odd[i] = signal[first + 2 * i + 1];
        }
    }

    private static void interleave(
            final double[] even,
            final double[] odd,
            final int begin,
            final int end,
            final double[] signal,
            final int first) {
        for (int i = begin; i < end; i++) {
            signal[first + 2 * i] = even[i];
            signal[first + 2 * i + 1] = odd[i];
        }
    }
}
