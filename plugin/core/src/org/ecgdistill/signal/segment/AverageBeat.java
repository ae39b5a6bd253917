package org.ecgdistill.signal.segment;

/**
 * What the beats of one class look like in one lead.
 *
 * @param windows how many beats it is the mean of
 * @param otherwise beats that were left out because their windows have another length or place of the R peak
 * @param rate samples per second
 * @param peak index of the R peak
 * @param mean of each sample
 * @param deviation standard deviation of each sample over the beats; 0 for a single one
 */
public record AverageBeat(
        String lead,
        String label,
        long windows,
        long otherwise,
        double rate,
        int peak,
        double[] mean,
        double[] deviation) {

    static AverageBeat of(String lead, String label, double rate, int peak, double[] mean, double[] deviation) {
        return new AverageBeat(lead, label, 0, 0, rate, peak, mean, deviation);
    }

    /** The same with the numbers of beats. */
    AverageBeat counting(long used, long leftOut) {
        return new AverageBeat(lead, label, used, leftOut, rate, peak, mean, deviation);
    }
}
