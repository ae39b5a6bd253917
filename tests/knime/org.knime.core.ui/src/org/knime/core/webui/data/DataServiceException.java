package org.knime.core.webui.data;

/** An error whose message is meant for the user. */
public final class DataServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String m_details;

    public DataServiceException(String message) {
        this(message, (String) null);
    }

    public DataServiceException(String message, Throwable cause) {
        this(message, null, cause);
    }

    public DataServiceException(String message, String details) {
        this(message, details, null);
    }

    public DataServiceException(String message, String details, Throwable cause) {
        super(message, cause);
        m_details = details;
    }

    public String getDetails() {
        return m_details;
    }
}
