package org.ecgdistill.common;

import java.util.List;
import java.util.Locale;

/** Pieces of sentences. */
public final class Words {

    private static final int NAMED = 3;

    private Words() {}

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public static String count(long number, String singular, String plural) {
        return count(number) + " " + (number == 1 ? singular : plural);
    }

    public static String quoted(String name) {
        return "\"" + name + "\"";
    }

    /** A number in a sentence, without an empty fraction: 360, 0.5. */
    public static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    /** "a", "b" and "c"; of many the first three and how many more. */
    public static String list(List<String> names) {
        var shown = names.stream().limit(NAMED).map(Words::quoted).toList();
        if (names.size() > NAMED) {
            return String.join(", ", shown) + " and " + count(names.size() - NAMED) + " more";
        }
        return shown.size() < 2
                ? String.join("", shown)
                : String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.get(shown.size() - 1);
    }
}
