package org.knime.core.util;

/** Characters that XML cannot carry, written as two per cent signs and five digits. */
public final class XMLUtils {

    private static final int CODE_LENGTH = 7;

    private XMLUtils() {}

    /** Writes control characters, surrogates and the first of two per cent signs as codes. */
    public static String escape(String s) {
        if (s == null) {
            return null;
        }
        var text = new StringBuilder(s.length());
        for (var i = 0; i < s.length(); i++) {
            var c = s.charAt(i);
            if (c < ' ' || c > '\ud7ff' || c == '%' && i + 1 < s.length() && s.charAt(i + 1) == '%') {
                text.append("%%").append(String.format("%05d", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Reads what {@link #escape(String)} wrote. */
    public static String unescape(String s) {
        if (s == null) {
            return null;
        }
        var text = new StringBuilder(s.length());
        for (var i = 0; i < s.length(); i++) {
            if (isCode(s, i)) {
                text.append((char) Integer.parseInt(s.substring(i + 2, i + CODE_LENGTH)));
                i += CODE_LENGTH - 1;
            } else {
                text.append(s.charAt(i));
            }
        }
        return text.toString();
    }

    private static boolean isCode(String s, int start) {
        if (start + CODE_LENGTH > s.length() || !s.startsWith("%%", start)) {
            return false;
        }
        return s.substring(start + 2, start + CODE_LENGTH).chars().allMatch(Character::isDigit);
    }
}
