package org.knime.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.util.CheckUtils;
import org.knime.core.webui.data.DataService.DataServiceBuilder;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.InitialDataService.Serializer;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.data.RpcDataService.RpcDataServiceBuilder;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** A node's view: a page and the data that it asks for. */
public final class DefaultView implements FluentNodeAPI {

    final String m_description;
    final Page m_page;
    private final Class<? extends NodeParameters> m_parametersClass;
    private Function<ViewInput, InitialDataService<?>> m_initialData;
    private Function<ViewInput, RpcDataService> m_dataService;

    private DefaultView(Class<? extends NodeParameters> parametersClass, String description, Page page) {
        m_parametersClass = parametersClass;
        m_description = description;
        m_page = page;
    }

    static RequireViewParameters create() {
        return parametersClass ->
                description -> page -> new DefaultView(parametersClass, description, page.apply(Page.create()));
    }

    Optional<Class<? extends NodeParameters>> getParametersClass() {
        return Optional.ofNullable(m_parametersClass);
    }

    Optional<InitialDataService<?>> initialData(ViewInput input) {
        return Optional.ofNullable(m_initialData).map(service -> service.apply(input));
    }

    Optional<RpcDataService> dataService(ViewInput input) {
        return Optional.ofNullable(m_dataService).map(service -> service.apply(input));
    }

    public <D> DefaultView initialData(Function<RequireInitialData, DefaultInitialData<D>> initialData) {
        m_initialData = input -> initialData
                .apply(new RequireInitialData() {
                    @Override
                    public <T> DefaultInitialData<T> data(Function<ViewInput, T> data) {
                        return new DefaultInitialData<>(data);
                    }
                })
                .toService(input);
        return this;
    }

    public DefaultView dataService(Function<RequireDataService, DefaultDataService> dataService) {
        m_dataService = input -> dataService
                .apply(new RequireDataService() {
                    @Override
                    public SingleHandlerDataService handler(Function<ViewInput, Object> handler) {
                        return new SingleHandlerDataService(handler);
                    }

                    @Override
                    public MultipleNamedHandlersDataService addHandler(
                            String name, Function<ViewInput, Object> handler) {
                        return new MultipleNamedHandlersDataService(name, handler);
                    }
                })
                .toService(input);
        return this;
    }

    /** Keeps what to do when the page closes. */
    abstract static class AbstractDataService<T extends DataServiceBuilder> implements DataServiceBuilder {

        protected Runnable m_dispose;
        protected Runnable m_deactivate;

        @Override
        public T onDispose(Runnable dispose) {
            CheckUtils.checkState(m_dispose == null, "onDispose has been set before.");
            m_dispose = dispose;
            return self();
        }

        @Override
        public T onDeactivate(Runnable deactivate) {
            CheckUtils.checkState(m_deactivate == null, "onDeactivate has been set before.");
            m_deactivate = deactivate;
            return self();
        }

        <B extends DataServiceBuilder> B close(B builder) {
            if (m_dispose != null) {
                builder.onDispose(m_dispose);
            }
            if (m_deactivate != null) {
                builder.onDeactivate(m_deactivate);
            }
            return builder;
        }

        @SuppressWarnings("unchecked") // each subclass names itself as T
        private T self() {
            return (T) this;
        }
    }

    /** What the page shows first. */
    public static final class DefaultInitialData<D> extends AbstractDataService<DefaultInitialData<D>>
            implements FluentNodeAPI {

        private final Function<ViewInput, D> m_data;
        private Serializer<D> m_serializer;

        DefaultInitialData(Function<ViewInput, D> data) {
            m_data = data;
        }

        public DefaultInitialData<D> serializer(Serializer<D> serializer) {
            CheckUtils.checkState(m_serializer == null, "The serializer has been set before.");
            m_serializer = serializer;
            return this;
        }

        InitialDataService<D> toService(ViewInput input) {
            var builder = close(InitialDataService.builder(() -> m_data.apply(input)));
            return (m_serializer == null ? builder : builder.serializer(m_serializer)).build();
        }
    }

    /** What the page may ask. */
    public abstract static class DefaultDataService extends AbstractDataService<DefaultDataService>
            implements FluentNodeAPI {

        abstract RpcDataServiceBuilder toBuilder(ViewInput input);

        RpcDataService toService(ViewInput input) {
            return close(toBuilder(input)).build();
        }
    }

    /** One object answers. */
    public static final class SingleHandlerDataService extends DefaultDataService {

        private final Function<ViewInput, Object> m_handler;

        SingleHandlerDataService(Function<ViewInput, Object> handler) {
            m_handler = handler;
        }

        @Override
        RpcDataServiceBuilder toBuilder(ViewInput input) {
            return RpcDataService.builder(m_handler.apply(input));
        }
    }

    /** Several objects answer, each by its name. */
    public static final class MultipleNamedHandlersDataService extends DefaultDataService
            implements AllowAddingNamedHandler {

        private final Map<String, Function<ViewInput, Object>> m_services = new LinkedHashMap<>();

        MultipleNamedHandlersDataService(String name, Function<ViewInput, Object> handler) {
            m_services.put(name, handler);
        }

        @Override
        public MultipleNamedHandlersDataService addHandler(String name, Function<ViewInput, Object> handler) {
            m_services.put(name, handler);
            return this;
        }

        @Override
        RpcDataServiceBuilder toBuilder(ViewInput input) {
            var builder = RpcDataService.builder();
            m_services.forEach((name, handler) -> builder.addService(name, handler.apply(input)));
            return builder;
        }
    }

    /** Step of the declaration. */
    public interface RequireViewParameters {

        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Step of the declaration: a text, well-formed XML. */
    public interface RequireDescription {

        RequirePage description(String description);
    }

    /** Step of the declaration. */
    public interface RequirePage {

        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** Step of the declaration of initial data. */
    public interface RequireInitialData {

        <D> DefaultInitialData<D> data(Function<ViewInput, D> data);
    }

    /** Step of the declaration of a data service. */
    public interface RequireDataService extends AllowAddingNamedHandler {

        SingleHandlerDataService handler(Function<ViewInput, Object> handler);
    }

    /** Step of the declaration of a data service. */
    public interface AllowAddingNamedHandler {

        MultipleNamedHandlersDataService addHandler(String name, Function<ViewInput, Object> handler);
    }

    /** What a view may look at. */
    public interface ViewInput {

        <S extends NodeParameters> S getParameters();

        default BufferedDataTable[] getInternalTables() {
            return Stream.of(getInternalPortObjects())
                    .map(BufferedDataTable.class::cast)
                    .toArray(BufferedDataTable[]::new);
        }

        /** What the node gave to {@code setInternalData}; null before it is executed. */
        PortObject[] getInternalPortObjects();
    }
}
