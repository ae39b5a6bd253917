package org.ecgdistill.recording;

import java.util.Map;
import java.util.OptionalDouble;

/** The units in which files state voltages. */
public final class Voltage {

    /** The unit in which all voltages leave the reader. */
    public static final String MILLIVOLTS = "mV";

    /** Both signs for micro: that of the Latin-1 character set and the Greek letter. */
    private static final Map<String, Double> MILLIVOLTS_PER_UNIT = Map.of(
            "V", 1e3, MILLIVOLTS, 1.0, "mv", 1.0, "uV", 1e-3, "uv", 1e-3, "\u00b5V", 1e-3, "\u03bcV", 1e-3, "nV", 1e-6);

    private Voltage() {}

    /** How many millivolts one of these units is; empty if they are not units of voltage. */
    public static OptionalDouble millivolts(String units) {
        var factor = MILLIVOLTS_PER_UNIT.get(units.strip());
        return factor == null ? OptionalDouble.empty() : OptionalDouble.of(factor);
    }
}
