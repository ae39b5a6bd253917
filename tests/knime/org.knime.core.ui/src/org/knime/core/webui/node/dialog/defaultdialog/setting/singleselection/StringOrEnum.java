package org.knime.core.webui.node.dialog.defaultdialog.setting.singleselection;

import java.util.Objects;
import java.util.Optional;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;

/** Either a text that was chosen from a list or one of a few constants beside the list, such as "none". */
public final class StringOrEnum<E extends Enum<E>> implements Persistable {

    String m_regularChoice;

    @Persist(hidden = true)
    E m_specialChoice;

    StringOrEnum() {
        // both null until loaded
    }

    public StringOrEnum(String regularChoice) {
        m_regularChoice = regularChoice;
    }

    public StringOrEnum(E specialChoice) {
        m_specialChoice = specialChoice;
    }

    public Optional<E> getEnumChoice() {
        return m_regularChoice == null ? Optional.ofNullable(m_specialChoice) : Optional.empty();
    }

    public String getStringChoice() {
        return m_regularChoice;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StringOrEnum<?> choice
                && Objects.equals(m_regularChoice, choice.m_regularChoice)
                && Objects.equals(m_specialChoice, choice.m_specialChoice);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_regularChoice, m_specialChoice);
    }
}
