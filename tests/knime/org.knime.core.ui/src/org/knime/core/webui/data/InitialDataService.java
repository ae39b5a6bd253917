package org.knime.core.webui.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.function.Supplier;
import org.ecgdistill.standin.ui.rpc.Json;
import org.knime.core.node.NodeLogger;

/** Gives what a page shows first. */
public final class InitialDataService<D> extends AbstractDataService {

    private final Supplier<D> m_supplier;
    private final Serializer<D> m_serializer;

    private InitialDataService(InitialDataServiceBuilder<D> builder) {
        super(builder);
        m_supplier = builder.m_supplier;
        m_serializer = builder.m_givenSerializer == null
                ? data -> data instanceof String text ? text : Json.MAPPER.writeValueAsString(data)
                : builder.m_givenSerializer;
    }

    /** JSON text: the result, or the error, and any warnings. */
    public String getInitialData() {
        DataServiceContext.remove();
        try {
            var answer = Json.MAPPER.createObjectNode();
            answer.set("result", parsed(m_serializer.serialize(m_supplier.get())));
            var warnings = DataServiceContext.get().getWarningMessages();
            if (warnings.length > 0) {
                answer.set("warningMessages", Json.MAPPER.valueToTree(warnings));
            }
            return answer.toString();
        } catch (DataServiceException ex) {
            return error("userError", Json.userError(ex.getDetails()).put("message", ex.getMessage()));
        } catch (Throwable ex) { // whatever goes wrong is shown by the page
            NodeLogger.getLogger(getClass()).error("A view's initial data failed: " + ex);
            return error("internalError", Json.internalError(ex).put("message", ex.getMessage()));
        } finally {
            DataServiceContext.remove();
        }
    }

    /** What is not JSON is a text. */
    private static JsonNode parsed(String data) throws IOException {
        try {
            return Json.MAPPER.readTree(data);
        } catch (JsonProcessingException ex) {
            return Json.MAPPER.getNodeFactory().textNode(data);
        }
    }

    private static String error(String kind, JsonNode content) {
        return Json.MAPPER.createObjectNode().set(kind, content).toString();
    }

    public static <D> InitialDataServiceBuilder<D> builder(Supplier<D> dataSupplier) {
        return new InitialDataServiceBuilder<>(dataSupplier);
    }

    /** Collects what the service needs. */
    public static final class InitialDataServiceBuilder<D> extends AbstractDataServiceBuilder {

        private final Supplier<D> m_supplier;
        private Serializer<D> m_givenSerializer;

        private InitialDataServiceBuilder(Supplier<D> supplier) {
            m_supplier = supplier;
        }

        @Override
        public InitialDataServiceBuilder<D> onDispose(Runnable dispose) {
            super.onDispose(dispose);
            return this;
        }

        @Override
        public InitialDataServiceBuilder<D> onDeactivate(Runnable deactivate) {
            super.onDeactivate(deactivate);
            return this;
        }

        public InitialDataServiceBuilder<D> serializer(Serializer<D> serializer) {
            m_givenSerializer = serializer;
            return this;
        }

        public InitialDataService<D> build() {
            return new InitialDataService<>(this);
        }
    }

    /** Turns the data into text. */
    @FunctionalInterface
    public interface Serializer<D> {

        String serialize(D obj) throws IOException;
    }
}
