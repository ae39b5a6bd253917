package org.knime.core.node;

import java.util.Optional;
import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** Thrown in a running node whose user has cancelled it. */
public class CanceledExecutionException extends Exception implements MessageAwareException {

    public static final Message DEFAULT_CANCEL_MESSAGE = Message.fromSummary("Execution canceled");
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    public CanceledExecutionException() {
        message = DEFAULT_CANCEL_MESSAGE;
    }

    public CanceledExecutionException(String s) {
        super(s);
        message = Optional.ofNullable(s).map(Message::fromSummary).orElse(DEFAULT_CANCEL_MESSAGE);
    }

    public CanceledExecutionException(Message message) {
        super(message.getSummary());
        this.message = message;
    }

    @Override
    public Message getKNIMEMessage() {
        return message;
    }
}
