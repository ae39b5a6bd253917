package org.ecgdistill.distill;

import java.util.ArrayList;
import java.util.List;

/**
 * A temperature and a weight to try.
 *
 * @param temperature T, above 0
 * @param weight α or λ, as the objective defines it
 */
public record Pair(double temperature, double weight) {

    /** More would be a typing error rather than an intended sweep. */
    private static final int MOST = 400;

    /** For an objective without temperature or weight. */
    public static final Pair NONE = new Pair(1, 1);

    public Pair {
        checkTemperature(temperature);
        checkWeight(weight);
    }

    /** Every temperature with every weight. */
    public static List<Pair> grid(List<Double> temperatures, List<Double> weights) {
        if (temperatures.isEmpty() || weights.isEmpty()) {
            throw new DistillationException(
                    "At least one temperature and one weight are needed, for example 4 and 0.5.");
        }
        if ((long) temperatures.size() * weights.size() > MOST) {
            throw new DistillationException(temperatures.size() + " temperatures and " + weights.size()
                    + " weights make more than " + MOST + " pairs, each of which would be trained in every fold."
                    + " Shorten the lists.");
        }
        var pairs = new ArrayList<Pair>();
        for (var temperature : temperatures) {
            for (var weight : weights) {
                pairs.add(new Pair(temperature, weight));
            }
        }
        return List.copyOf(pairs);
    }

    static void checkTemperature(double temperature) {
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new DistillationException("A temperature must be above 0, but one is " + text(temperature)
                    + ". Usual are 1 to 10; 1 takes the teacher's probabilities as they are.");
        }
    }

    static void checkShare(double alpha) {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new DistillationException("The weight α of the labels must lie from 0 (the teacher alone) to 1 (the"
                    + " labels alone), but one is " + text(alpha) + ".");
        }
    }

    static void checkWeight(double lambda) {
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new DistillationException(
                    "The teacher's weight λ must be 0 or more, but one is " + text(lambda) + ".");
        }
    }

    /** 4 rather than 4.0 */
    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
