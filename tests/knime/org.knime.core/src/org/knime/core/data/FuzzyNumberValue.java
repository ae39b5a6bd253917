package org.knime.core.data;

/** A fuzzy number; every real number is one without any fuzziness. */
public interface FuzzyNumberValue extends DataValue {

    double getMinSupport();

    double getCore();

    double getMaxSupport();
}
