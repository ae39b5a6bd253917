package org.ecgdistill.signal.segment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.signal.AamiClass;

/**
 * What label a beat gets.
 *
 * @param keepUnclassifiable whether unclassifiable beats (symbols Q and ?) are kept
 * @param keepPaced whether paced beats and their fusions (symbols / and f) are kept
 */
public record LabelPolicy(Scheme scheme, boolean keepUnclassifiable, boolean keepPaced) {

    /** Normal or abnormal after AAMI, without beats of class Q. */
    public static final LabelPolicy DEFAULT = new LabelPolicy(Scheme.AAMI_NORMAL_OR_ABNORMAL, false, false);

    public static final String NORMAL = "normal";
    public static final String ABNORMAL = "abnormal";

    /** How beats are divided. */
    public enum Scheme {
        /** Class N of AAMI, which bundle branch blocks belong to, against all other beats. */
        AAMI_NORMAL_OR_ABNORMAL,
        /** Beats with the symbol N against all other beats. */
        SYMBOL_N_OR_ABNORMAL,
        /** The five classes N, S, V, F and Q of AAMI. */
        AAMI_CLASSES
    }

    /** The label of a beat with this symbol; empty if it is left out or marks no beat. */
    public Optional<String> label(String symbol) {
        return AamiClass.of(symbol).filter(type -> isKept(symbol, type)).map(type -> switch (scheme) {
            case AAMI_NORMAL_OR_ABNORMAL -> type == AamiClass.N ? NORMAL : ABNORMAL;
            case SYMBOL_N_OR_ABNORMAL -> symbol.equals("N") ? NORMAL : ABNORMAL;
            case AAMI_CLASSES -> type.name();
        });
    }

    /**
     * The label of a stretch of a recording with these beats: that of normal beats if it has no others, else the most
     * frequent label of the others, after AAMI's order among equals. Empty if no beat has a label.
     */
    public Optional<String> labelOfAll(List<String> symbols) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var type : AamiClass.values()) {
            counts.put(type.name(), 0);
        }
        symbols.forEach(symbol -> label(symbol).ifPresent(label -> counts.merge(label, 1, Integer::sum)));
        var normal = scheme == Scheme.AAMI_CLASSES ? AamiClass.N.name() : NORMAL;
        var normals = Optional.ofNullable(counts.remove(normal)).orElse(0);
        // The first of the greatest.
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .reduce((first, second) -> second.getValue() > first.getValue() ? second : first)
                .map(Map.Entry::getKey)
                .or(() -> normals > 0 ? Optional.of(normal) : Optional.empty());
    }

    private boolean isKept(String symbol, AamiClass type) {
        if (AamiClass.isPaced(symbol)) {
            return keepPaced;
        }
        return type != AamiClass.Q || keepUnclassifiable;
    }
}
