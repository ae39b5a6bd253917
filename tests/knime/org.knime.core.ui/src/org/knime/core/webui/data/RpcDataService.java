package org.knime.core.webui.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ecgdistill.standin.ui.rpc.Json;
import org.ecgdistill.standin.ui.rpc.JsonRpc;

/** Answers further questions of a page: JSON-RPC 2.0 calls of a handler's public methods. */
public final class RpcDataService extends AbstractDataService {

    private final JsonRpc m_server;

    private RpcDataService(RpcDataServiceBuilder builder) {
        super(builder);
        if (builder.m_handler == null && builder.m_services.isEmpty()) {
            throw new IllegalStateException("A data service needs a handler.");
        }
        if (builder.m_handler != null && !builder.m_services.isEmpty()) {
            throw new IllegalStateException("A data service has either one handler or several with names, not both.");
        }
        m_server = builder.m_handler == null ? JsonRpc.named(builder.m_services) : JsonRpc.single(builder.m_handler);
    }

    /** Answers a JSON-RPC request. */
    public String handleRpcRequest(String request) {
        DataServiceContext.remove();
        try {
            var answer = m_server.answer(request);
            var warnings = DataServiceContext.get().getWarningMessages();
            if (warnings.length > 0 && answer instanceof ObjectNode object && object.has("result")) {
                object.set("warningMessages", Json.MAPPER.valueToTree(warnings));
            }
            return answer == null ? "" : answer.toString();
        } finally {
            DataServiceContext.remove();
        }
    }

    public static <S> RpcDataServiceBuilder builder(S handler) {
        return new RpcDataServiceBuilder(handler);
    }

    public static RpcDataServiceBuilder builder() {
        return new RpcDataServiceBuilder(null);
    }

    /** Collects the handlers. */
    public static final class RpcDataServiceBuilder extends AbstractDataServiceBuilder {

        private final Object m_handler;
        private final Map<String, Object> m_services = new LinkedHashMap<>();

        private RpcDataServiceBuilder(Object handler) {
            m_handler = handler;
        }

        public RpcDataServiceBuilder addService(String name, Object handler) {
            m_services.put(name, handler);
            return this;
        }

        @Override
        public RpcDataServiceBuilder onDispose(Runnable dispose) {
            super.onDispose(dispose);
            return this;
        }

        @Override
        public RpcDataServiceBuilder onDeactivate(Runnable deactivate) {
            super.onDeactivate(deactivate);
            return this;
        }

        public RpcDataService build() {
            return new RpcDataService(this);
        }
    }
}
