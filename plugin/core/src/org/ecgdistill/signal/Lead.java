package org.ecgdistill.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The twelve leads of the standard electrocardiogram, in the order in which they are printed. */
public enum Lead {
    I("I"),
    II("II"),
    III("III"),
    AVR("aVR"),
    AVL("aVL"),
    AVF("aVF"),
    V1("V1"),
    V2("V2"),
    V3("V3"),
    V4("V4"),
    V5("V5"),
    V6("V6");

    private final String label;

    Lead(String label) {
        this.label = label;
    }

    /** The name as a clinician writes it, for example {@code aVR}. */
    public String label() {
        return label;
    }

    /** The lead of this name, in upper or lower case. */
    public static Optional<Lead> named(String name) {
        return Arrays.stream(values())
                .filter(lead -> lead.label.equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /**
     * The leads of a list such as {@code II, V1}, in the order given; {@code *} or {@code all} means all twelve.
     *
     * @throws SignalException if a name is unknown or given twice, or if there is none
     */
    public static List<Lead> list(String names) {
        if (names.strip().equals("*") || names.strip().equalsIgnoreCase("all")) {
            return List.of(values());
        }
        var leads = new ArrayList<Lead>();
        for (var name : names.split("[,;]")) {
            if (name.isBlank()) {
                continue;
            }
            var lead = named(name)
                    .orElseThrow(() -> new SignalException(
                            "The lead \"" + name.strip() + "\" is unknown. Known leads are " + known() + "."));
            if (leads.contains(lead)) {
                throw new SignalException("The lead " + lead.label + " is listed twice: name each lead once.");
            }
            leads.add(lead);
        }
        if (leads.isEmpty()) {
            throw new SignalException("No lead is named: list at least one of " + known() + ", separated by commas.");
        }
        return List.copyOf(leads);
    }

    private static String known() {
        return Arrays.stream(values()).map(Lead::label).collect(Collectors.joining(", "));
    }
}
