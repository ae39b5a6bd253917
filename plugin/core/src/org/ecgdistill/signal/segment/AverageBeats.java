package org.ecgdistill.signal.segment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes beats one by one and computes the mean and the spread of each class in each lead, without keeping the beats.
 */
public final class AverageBeats {

    private record Key(String lead, String label) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return lead.equals(other.lead) ? label.compareTo(other.label) : lead.compareTo(other.lead);
        }
    }

    /** Sums after Welford (Technometrics 4, 1962), which stay exact however many beats come. */
    private static final class Sums {
        private final double rate;
        private final int peak;
        private final double[] mean;
        private final double[] squares;
        private final long[] counts;
        private long windows;
        private long otherwise;

        Sums(int length, double rate, int peak) {
            this.rate = rate;
            this.peak = peak;
            mean = new double[length];
            squares = new double[length];
            counts = new long[length];
        }

        void add(double[] samples, double ofRate, int ofPeak) {
            if (samples.length != mean.length || ofRate != rate || ofPeak != peak) {
                otherwise++;
                return;
            }
            windows++;
            for (var i = 0; i < mean.length; i++) {
                if (!Double.isNaN(samples[i])) {
                    counts[i]++;
                    var distance = samples[i] - mean[i];
                    mean[i] += distance / counts[i];
                    squares[i] += distance * (samples[i] - mean[i]);
                }
            }
        }

        AverageBeat result(Key key) {
            var means = new double[mean.length];
            var deviations = new double[mean.length];
            for (var i = 0; i < mean.length; i++) {
                means[i] = counts[i] == 0 ? Double.NaN : mean[i];
                deviations[i] = counts[i] < 2 ? 0 : Math.sqrt(squares[i] / (counts[i] - 1));
            }
            return AverageBeat.of(key.lead(), key.label(), rate, peak, means, deviations)
                    .counting(windows, otherwise);
        }
    }

    private final Map<Key, Sums> sums = new TreeMap<>();

    /**
     * Adds a beat. The first of a class and lead sets the length of the others.
     *
     * @param peak index of the R peak in the window
     */
    public void add(String lead, String label, double[] samples, double rate, int peak) {
        sums.computeIfAbsent(new Key(lead, label), key -> new Sums(samples.length, rate, peak))
                .add(samples, rate, peak);
    }

    /** Adds the window around a beat. */
    public void add(String lead, String label, Segment window, double rate) {
        add(lead, label, window.samples(), rate, (int) (window.beat().orElseThrow() - window.first()));
    }

    /** In the order of leads and classes. */
    public List<AverageBeat> all() {
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().result(entry.getKey()))
                .toList();
    }
}
