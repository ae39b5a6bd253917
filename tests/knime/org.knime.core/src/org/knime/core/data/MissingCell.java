package org.knime.core.data;

/** A cell without content, perhaps with the reason why. */
public final class MissingCell extends DataCell implements MissingValue {

    static final MissingCell INSTANCE = new MissingCell(null);
    private static final long serialVersionUID = 1L;

    private final String error;

    /** @param error why the content is missing, may be null */
    public MissingCell(String error) {
        this.error = error;
    }

    @Override
    public String getError() {
        return error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    public String toString() {
        return "?";
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return dc.isMissing();
    }

    @Override
    public int hashCode() {
        return MissingCell.class.hashCode();
    }
}
