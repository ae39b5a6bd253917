package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes messages. Of many issues the first is shown, the others are counted. */
public final class MessageBuilder {

    private final List<String> resolutions = new ArrayList<>();
    private String summary;
    private String issue;
    private long issueCount;

    MessageBuilder() {}

    public MessageBuilder withSummary(String summary) {
        this.summary = summary;
        return this;
    }

    public Optional<String> getSummary() {
        return Optional.ofNullable(summary);
    }

    public MessageBuilder addTextIssue(String description) {
        if (issue == null) {
            issue = Objects.requireNonNull(description);
        }
        issueCount++;
        return this;
    }

    public MessageBuilder addRowIssue(int portIndex, int columnIndex, long rowIndex, String description) {
        return addTextIssue("Row " + (rowIndex + 1) + ", column " + (columnIndex + 1) + ", input " + (portIndex + 1)
                + ": " + description);
    }

    public MessageBuilder addRowIssue(int portIndex, long rowIndex, String description) {
        return addTextIssue("Row " + (rowIndex + 1) + ", input " + (portIndex + 1) + ": " + description);
    }

    public MessageBuilder addResolutions(String... res) {
        resolutions.addAll(List.of(res));
        return this;
    }

    public Optional<String> getFirstIssue() {
        return Optional.ofNullable(issue);
    }

    public long getIssueCount() {
        return issueCount;
    }

    /** @return empty without a summary */
    public Optional<Message> build() {
        return getSummary().map(text -> new Message(text, issue, resolutions));
    }
}
