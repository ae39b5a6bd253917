package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.distill.DistillationException;

/** The numbers in a text of a dialog, separated by commas, semicolons or spaces. */
public final class NumberList {

    private NumberList() {}

    /** @param what the numbers are, in the plural */
    public static List<Double> of(String what, String text) {
        var numbers = new ArrayList<Double>();
        for (var part : text.split("[,;\\s]+")) {
            try {
                if (!part.isEmpty()) {
                    numbers.add(Double.valueOf(part));
                }
            } catch (NumberFormatException ex) {
                throw new DistillationException("The " + what + " \"" + text
                        + "\" must be numbers separated by commas, with a point before decimals: \"" + part
                        + "\" is not a number.");
            }
        }
        return numbers;
    }
}
