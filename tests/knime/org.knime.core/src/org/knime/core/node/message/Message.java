package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** What a node says to its user: what happened, where, and what to do about it. */
public final class Message {

    private final String summary;
    private final String issue;
    private final List<String> resolutions;

    Message(String summary, String issue, List<String> resolutions) {
        this.summary = summary;
        this.issue = issue;
        this.resolutions = List.copyOf(resolutions);
    }

    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    public static Message fromSummary(String summary) {
        return fromSummaryWithResolution(summary);
    }

    public static Message fromSummaryWithResolution(String summary, String... res) {
        return builder()
                .withSummary(summary)
                .addResolutions(res)
                .build()
                .orElseThrow(() -> new IllegalArgumentException("argument must not be null"));
    }

    public static Message fromRowIssue(String summary, int portIndex, long row, int column, String description) {
        return builder()
                .withSummary(summary)
                .addRowIssue(portIndex, column, row, description)
                .build()
                .orElseThrow(() -> new IllegalArgumentException("argument must not be null"));
    }

    public MessageBuilder modify() {
        var builder = new MessageBuilder().withSummary(summary).addResolutions(resolutions.toArray(String[]::new));
        return issue == null ? builder : builder.addTextIssue(issue);
    }

    public String getSummary() {
        return summary;
    }

    Optional<String> getIssue() {
        return Optional.ofNullable(issue);
    }

    public List<String> getResolutions() {
        return resolutions;
    }

    public String toLogPrintable() {
        return issue == null ? summary : summary + "\n" + issue;
    }

    public InvalidSettingsException toInvalidSettingsException() {
        return toInvalidSettingsException(null);
    }

    public InvalidSettingsException toInvalidSettingsException(Throwable cause) {
        return new MessageAwareInvalidSettingsException(this, cause);
    }

    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    public KNIMEException toKNIMEException(Throwable cause) {
        return KNIMEException.of(this, cause);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof Message other
                && other.summary.equals(summary)
                && Objects.equals(other.issue, issue)
                && other.resolutions.equals(resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(summary, issue, resolutions);
    }

    @Override
    public String toString() {
        return toLogPrintable() + (resolutions.isEmpty() ? "" : " " + resolutions);
    }
}
