package org.knime.core.data.container;

/** How a container treats the rows that it is given. */
public final class DataContainerSettings {

    private static final int MAX_DOMAIN_VALUES = 60;

    private final boolean initializeDomain;
    private final boolean checkDuplicateRowKeys;
    private final boolean updateDomain;

    private DataContainerSettings(BuilderImpl builder) {
        initializeDomain = builder.initializeDomain;
        checkDuplicateRowKeys = builder.checkDuplicateRowKeys;
        updateDomain = builder.updateDomain;
    }

    public static DataContainerSettings getDefault() {
        return builder().build();
    }

    public static Builder builder() {
        return new BuilderImpl();
    }

    /** Whether the domain starts from the one in the spec. */
    public boolean isInitializeDomain() {
        return initializeDomain;
    }

    public boolean isCheckDuplicateRowKeys() {
        return checkDuplicateRowKeys;
    }

    /** Whether the rows change the domain. */
    public boolean isEnableDomainUpdate() {
        return updateDomain;
    }

    /** A column of more different texts than this has no list of its values. */
    public int getMaxDomainValues() {
        return MAX_DOMAIN_VALUES;
    }

    /** Makes settings. */
    public interface Builder {

        Builder withInitializedDomain(boolean initDomain);

        Builder withCheckDuplicateRowKeys(boolean enableCheckDuplicateRowKeys);

        Builder withDomainUpdate(boolean enableDomainUpdate);

        DataContainerSettings build();
    }

    private static final class BuilderImpl implements Builder {

        private boolean initializeDomain;
        private boolean checkDuplicateRowKeys = true;
        private boolean updateDomain = true;

        @Override
        public Builder withInitializedDomain(boolean initDomain) {
            initializeDomain = initDomain;
            return this;
        }

        @Override
        public Builder withCheckDuplicateRowKeys(boolean enableCheckDuplicateRowKeys) {
            checkDuplicateRowKeys = enableCheckDuplicateRowKeys;
            return this;
        }

        @Override
        public Builder withDomainUpdate(boolean enableDomainUpdate) {
            updateDomain = enableDomainUpdate;
            return this;
        }

        @Override
        public DataContainerSettings build() {
            return new DataContainerSettings(this);
        }
    }
}
