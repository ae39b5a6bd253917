package org.knime.node.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.knime.core.webui.data.DataServiceContext;
import org.knime.core.webui.data.DataServiceException;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;

/** What a view's page gets to read; the answers are those that KNIME 5.8.2 itself gives, but for the stack traces. */
@SuppressWarnings("restriction")
class DataServicesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    record Curve(String name, double[] y, Optional<Integer> n, Optional<String> none, double end, List<Object> mixed) {}

    /** Answers questions. */
    static final class Handler {

        public int add(int a, int b) {
            return a + b;
        }

        public String hello(String name) {
            return "hi " + name;
        }

        public void nothing() {}

        public String user() {
            throw new DataServiceException("not so", "details");
        }

        public String bad() {
            throw new IllegalStateException("broken");
        }

        public int sum(List<Integer> values) {
            DataServiceContext.get().addWarningMessage("careful");
            return values.stream().mapToInt(i -> i).sum();
        }
    }

    private static void assertJson(String expected, String actual) throws JsonProcessingException {
        assertEquals(MAPPER.readTree(expected), withoutTrace(MAPPER.readTree(actual)));
    }

    private static JsonNode withoutTrace(JsonNode json) {
        json.findParents("stackTrace").forEach(parent -> ((ObjectNode) parent).putArray("stackTrace"));
        return json;
    }

    private static String initial(Supplier<Object> data) {
        return InitialDataService.builder(data).build().getInitialData();
    }

    @Test
    void initialDataAreAResult() throws JsonProcessingException {
        assertJson(
                """
                {"result":{"name":"n","y":[0.1,1.0E-9,"NaN"],"n":2,"none":null,"end":"Infinity","mixed":[1,"x",null,2.5]}}
                """,
                initial(() -> new Curve(
                        "n",
                        new double[] {0.1, 1e-9, Double.NaN},
                        Optional.of(2),
                        Optional.empty(),
                        Double.POSITIVE_INFINITY,
                        Arrays.asList(1, "x", null, 2.5))));
        assertJson("{\"result\":\"plain text\"}", initial(() -> "plain text"));
        assertJson("{\"result\":{\"a\":1}}", initial(() -> "{\"a\":1}"));
        assertJson("{\"result\":null}", initial(() -> null));
        assertJson(
                "{\"result\":[5]}",
                InitialDataService.builder(() -> 5)
                        .serializer(number -> "[" + number + "]")
                        .build()
                        .getInitialData());
    }

    @Test
    void initialDataMayBeAnErrorOrHaveWarnings() throws JsonProcessingException {
        assertJson("{\"userError\":{\"message\":\"for you\",\"details\":\"more\"}}", initial(() -> {
            throw new DataServiceException("for you", "more");
        }));
        assertJson("""
                {"internalError":{"stackTrace":[],"typeName":"java.lang.IllegalArgumentException","message":"oops"}}
                """, initial(() -> {
            throw new IllegalArgumentException("oops");
        }));
        assertJson("{\"result\":{\"k\":1},\"warningMessages\":[\"w\"]}", initial(() -> {
            DataServiceContext.get().addWarningMessage("w");
            return Map.of("k", 1);
        }));
        assertEquals(0, DataServiceContext.get().getWarningMessages().length, "warnings belong to one question");
    }

    private static String ask(String request) {
        return RpcDataService.builder(new Handler()).build().handleRpcRequest(request);
    }

    private static String call(String method, String parameters) {
        return ask("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"" + method + "\",\"params\":" + parameters + "}");
    }

    @Test
    void callsAreAnswered() throws JsonProcessingException {
        assertJson("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":3}", call("add", "[1,2]"));
        assertJson(
                "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"result\":\"hi you\"}",
                ask("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"hello\",\"params\":[\"you\"]}"));
        assertJson(
                "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":null}",
                ask("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"nothing\"}"));
        assertJson(
                "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":6,\"warningMessages\":[\"careful\"]}",
                call("sum", "[[1,2,3]]"));
        assertEquals("", ask("{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[1,2]}"));
    }

    @Test
    void wrongCallsAreAnsweredToo() throws JsonProcessingException {
        assertJson("""
                {"jsonrpc":"2.0","id":2,"error":{"code":-32001,"message":"not so","data":{"details":"details"}}}
                """, call("user", "[]"));
        assertJson("""
                {"jsonrpc":"2.0","id":2,"error":{"code":-32000,"message":"broken","data":
                {"stackTrace":[],"typeName":"java.lang.IllegalStateException"}}}
                """, call("bad", "[]"));
        assertJson(
                "{\"jsonrpc\":\"2.0\",\"id\":2,\"error\":{\"code\":-32601,\"message\":\"method not found\"}}",
                call("none", "[]"));
        var invalid =
                "{\"jsonrpc\":\"2.0\",\"id\":2,\"error\":{\"code\":-32602,\"message\":\"method parameters invalid\"}}";
        assertJson(invalid, call("add", "[1]"));
        assertJson(invalid, call("add", "{\"a\":1,\"b\":2}"));
        var unreadable =
                "{\"jsonrpc\":\"2.0\",\"id\":\"null\",\"error\":{\"code\":-32700,\"message\":\"JSON parse error\"}}";
        assertJson(unreadable, call("add", "[1,\"x\"]"));
        assertJson(unreadable, ask("no json"));
    }

    @Test
    void handlersMayHaveNames() throws JsonProcessingException {
        var service = RpcDataService.builder().addService("one", new Handler()).build();
        assertJson(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":3}",
                service.handleRpcRequest("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"one.add\",\"params\":[1,2]}"));
        var ex = assertThrows(
                RuntimeException.class,
                () -> service.handleRpcRequest("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"two.add\",\"params\":[]}"));
        assertTrue(ex.getMessage().contains("'two'"), ex.getMessage());
        assertThrows(IllegalStateException.class, () -> RpcDataService.builder().build());
    }
}
