package org.ecgdistill.standin.ui.rpc;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.stream.Stream;

/** JSON as KNIME's data services write it. */
public final class Json {

    /** Optional values are written as the value or null; what is not known is ignored when read. */
    public static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Json() {}

    /** What a page gets to know of an error that is meant for the user. */
    public static ObjectNode userError(String details) {
        return MAPPER.createObjectNode().put("details", details);
    }

    /** What a page gets to know of any other error. */
    public static ObjectNode internalError(Throwable error) {
        var trace = Stream.of(error.getStackTrace())
                .map(StackTraceElement::toString)
                .toList();
        var json = MAPPER.createObjectNode().put("typeName", error.getClass().getName());
        json.set("stackTrace", MAPPER.valueToTree(trace));
        return json;
    }
}
