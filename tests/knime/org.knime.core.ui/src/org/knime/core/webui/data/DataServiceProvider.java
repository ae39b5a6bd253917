package org.knime.core.webui.data;

import java.util.Optional;

/** Has data services. */
public interface DataServiceProvider {

    <D> Optional<InitialDataService<D>> createInitialDataService();

    Optional<RpcDataService> createRpcDataService();
}
