package org.knime.core.node;

import java.util.Optional;
import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** What a node throws when it cannot do its work: the message is shown at the node, without a stack trace. */
public final class KNIMEException extends Exception implements MessageAwareException {

    private static final long serialVersionUID = 1L;

    private final transient Message message;

    public KNIMEException(String message) {
        this(message, null);
    }

    public KNIMEException(String message, Throwable cause) {
        super(message, cause);
        this.message = Message.fromSummary(Optional.ofNullable(message)
                .or(() -> Optional.ofNullable(cause).map(Throwable::getMessage))
                .orElse("unknown reason"));
    }

    private KNIMEException(Message message, Throwable cause) {
        super(message.getSummary(), cause);
        this.message = message;
    }

    public static KNIMEException of(Message message) {
        return new KNIMEException(message, null);
    }

    public static KNIMEException of(Message message, Throwable cause) {
        return new KNIMEException(message, cause);
    }

    @Override
    public Message getKNIMEMessage() {
        return message;
    }

    /** This exception where only unchecked ones may be thrown. */
    public KNIMERuntimeException toUnchecked() {
        return new KNIMERuntimeException();
    }

    /** Carries a {@link KNIMEException} through code that may not throw it. */
    public final class KNIMERuntimeException extends RuntimeException implements MessageAwareException {

        private static final long serialVersionUID = 1L;

        KNIMERuntimeException() {
            super(KNIMEException.this.getMessage(), KNIMEException.this);
        }

        @Override
        public synchronized KNIMEException getCause() {
            return KNIMEException.this;
        }

        @Override
        public Message getKNIMEMessage() {
            return message;
        }
    }
}
