package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.knime.node.parameters.persistence.Persistable;

/** Names by a pattern. */
public class PatternFilter implements Persistable {

    public String m_pattern = "";
    public boolean m_isCaseSensitive;
    public boolean m_isInverted;

    public PatternFilter() {
        // an empty pattern chooses nothing
    }

    /** A regular expression, or a pattern with * and ?. */
    public enum PatternMode {
        REGEX,
        WILDCARD
    }

    public String[] getSelected(PatternMode mode, String[] choices) {
        return Stream.of(choices).filter(getIsSelectedPredicate(mode)).toArray(String[]::new);
    }

    public Predicate<String> getIsSelectedPredicate(PatternMode mode) {
        var pattern = cased(m_pattern);
        var regex = Pattern.compile("^" + (mode == PatternMode.REGEX ? pattern : wildcards(pattern)) + "$");
        Predicate<String> matches = mode == PatternMode.REGEX && pattern.isEmpty()
                ? name -> false
                : name -> regex.matcher(cased(name)).find();
        return m_isInverted ? matches.negate() : matches;
    }

    private String cased(String text) {
        return m_isCaseSensitive ? text : text.toLowerCase(Locale.getDefault());
    }

    private static String wildcards(String pattern) {
        var regex = new StringBuilder();
        for (var c : pattern.toCharArray()) {
            regex.append(
                    switch (c) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return regex.toString();
    }
}
