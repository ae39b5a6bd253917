package org.ecgdistill.standin.ui.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.knime.core.webui.data.DataServiceException;

/** Answers JSON-RPC 2.0 requests (jsonrpc.org/specification) with the public methods of handlers. */
public final class JsonRpc {

    /** A handler and the name of its method. */
    private record Target(Object handler, String method) {}

    /** What goes into an error answer; the codes are those of the specification and of KNIME. */
    private static final class RpcError extends Exception {

        private static final long serialVersionUID = 1L;

        private final int code;
        private final transient JsonNode data;

        RpcError(int code, String message, JsonNode data) {
            super(message);
            this.code = code;
            this.data = data;
        }
    }

    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMETERS = -32602;
    private static final int INTERNAL_ERROR = -32000;
    private static final int USER_ERROR = -32001;

    private final Function<String, Target> targets;

    private JsonRpc(Function<String, Target> targets) {
        this.targets = targets;
    }

    /** Calls are named by the method alone. */
    public static JsonRpc single(Object handler) {
        return new JsonRpc(method -> new Target(handler, method));
    }

    /** Calls are named {@code handler.method}. */
    public static JsonRpc named(Map<String, Object> handlers) {
        var services = Map.copyOf(handlers);
        return new JsonRpc(name -> {
            var dot = Math.max(0, name.lastIndexOf('.'));
            var handler = services.get(name.substring(0, dot));
            if (handler == null) {
                throw new IllegalArgumentException("Service '" + name.substring(0, dot) + "' does not exist");
            }
            return new Target(handler, name.substring(dot + 1));
        });
    }

    /** The answer; null to a request without id, which wants none. */
    public JsonNode answer(String request) {
        var answer = Json.MAPPER.createObjectNode().put("jsonrpc", "2.0");
        try {
            var call = parsed(request);
            if (!call.has("id")) {
                called(call);
                return null;
            }
            answer.set("id", call.get("id"));
            answer.set("result", called(call));
        } catch (RpcError ex) {
            if (ex.code == PARSE_ERROR) {
                answer.put("id", "null"); // so KNIME's server answers what it cannot read
            }
            var json = answer.putObject("error").put("code", ex.code).put("message", ex.getMessage());
            if (ex.data != null) {
                json.set("data", ex.data);
            }
        }
        return answer;
    }

    private static ObjectNode parsed(String request) throws RpcError {
        try {
            if (Json.MAPPER.readTree(request) instanceof ObjectNode call) {
                return call;
            }
            throw new RpcError(INVALID_REQUEST, "invalid request", null);
        } catch (JsonProcessingException ex) {
            throw unreadable();
        }
    }

    private static RpcError unreadable() {
        return new RpcError(PARSE_ERROR, "JSON parse error", null);
    }

    private JsonNode called(ObjectNode call) throws RpcError {
        var target = targets.apply(call.path("method").asText());
        var methods = methods(target);
        if (methods.isEmpty()) {
            throw new RpcError(METHOD_NOT_FOUND, "method not found", null);
        }
        var given = new ArrayList<JsonNode>();
        call.path("params").forEach(given::add);
        for (var method : methods) {
            if (method.getParameterCount() == given.size()
                    && !call.path("params").isObject()) {
                return Json.MAPPER.valueToTree(invoked(target.handler(), method, arguments(method, given)));
            }
        }
        throw new RpcError(INVALID_PARAMETERS, "method parameters invalid", null);
    }

    private static List<Method> methods(Target target) {
        return Stream.of(target.handler().getClass().getMethods())
                .filter(method -> method.getName().equals(target.method()) && !method.isBridge())
                .toList();
    }

    private static Object[] arguments(Method method, List<JsonNode> given) throws RpcError {
        var types = method.getGenericParameterTypes();
        var arguments = new Object[types.length];
        for (var i = 0; i < types.length; i++) {
            try {
                arguments[i] = Json.MAPPER.convertValue(given.get(i), Json.MAPPER.constructType(types[i]));
            } catch (IllegalArgumentException ex) {
                throw unreadable();
            }
        }
        return arguments;
    }

    private static Object invoked(Object handler, Method method, Object[] arguments) throws RpcError {
        try {
            method.setAccessible(true); // the handler's class need not be public
            return method.invoke(handler, arguments);
        } catch (InvocationTargetException ex) {
            var cause = ex.getCause();
            throw cause instanceof DataServiceException user
                    ? new RpcError(USER_ERROR, user.getMessage(), Json.userError(user.getDetails()))
                    : new RpcError(INTERNAL_ERROR, cause.getMessage(), Json.internalError(cause));
        } catch (IllegalAccessException ex) {
            throw new RpcError(INTERNAL_ERROR, ex.getMessage(), Json.internalError(ex));
        }
    }
}
