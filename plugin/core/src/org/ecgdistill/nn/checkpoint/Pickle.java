package org.ecgdistill.nn.checkpoint;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecgdistill.nn.NetworkException;

/**
 * Reads Python's pickle format without running it. What would be a call or an object in Python becomes an inert record
 * here that only remembers its name; an instruction outside the list is refused.
 */
final class Pickle {

    /** Something that Python would import: only its name is kept. */
    record Named(String name) {}

    /** A call that Python would make. It is not made. */
    record Call(String function, List<?> arguments) {}

    /** A reference to data beside the pickle. */
    record Persistent(Object id) {}

    /** Python's None. */
    enum None {
        NONE
    }

    private static final Object MARK = new Object();

    private final ByteBuffer in;
    private final List<Object> stack = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private Pickle(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The object that the pickle holds. */
    static Object read(byte[] bytes) {
        var pickle = new Pickle(bytes);
        try {
            return pickle.run();
        } catch (BufferUnderflowException ex) {
            throw new NetworkException("The checkpoint's list of weights ends in the middle: the file is cut off.", ex);
        }
    }

    private Object run() {
        for (var count = 0; count < WeightLimits.MOST_INSTRUCTIONS; count++) {
            var instruction = in.get() & 0xff;
            if (instruction == '.') {
                return pop();
            }
            if (!literal(instruction) && !container(instruction) && !memo(instruction) && !object(instruction)) {
                throw broken(String.format("instruction 0x%02x is not one that weights need", instruction));
            }
        }
        throw broken("it has more than " + WeightLimits.MOST_INSTRUCTIONS + " instructions");
    }

    private boolean literal(int instruction) {
        switch (instruction) {
            case 'N' -> push(None.NONE);
            case 0x88 -> push(Boolean.TRUE);
            case 0x89 -> push(Boolean.FALSE);
            case 'K' -> push((long) (in.get() & 0xff));
            case 'M' -> push((long) (in.getShort() & 0xffff));
            case 'J' -> push((long) in.getInt());
            case 0x8a -> push(integer(bytes(in.get() & 0xff)));
            case 'G' -> push(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
            case 'X' -> push(new String(bytes(in.getInt()), StandardCharsets.UTF_8));
            case 0x8c -> push(new String(bytes(in.get() & 0xff), StandardCharsets.UTF_8));
            case 'U' -> push(new String(bytes(in.get() & 0xff), StandardCharsets.ISO_8859_1));
            case 'C' -> push(bytes(in.get() & 0xff));
            case 'B' -> push(bytes(in.getInt()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean container(int instruction) {
        switch (instruction) {
            case '(' -> push(MARK);
            case '}' -> push(new LinkedHashMap<String, Object>());
            case ']' -> push(new ArrayList<>());
            case ')' -> push(List.of());
            case 't' -> push(sinceMark());
            case 0x85 -> push(last(1));
            case 0x86 -> push(last(2));
            case 0x87 -> push(last(3));
            case 's' -> putAll(last(2));
            case 'u' -> putAll(sinceMark());
            case 'a' -> addAll(last(1));
            case 'e' -> addAll(sinceMark());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean memo(int instruction) {
        switch (instruction) {
            case 0x80 -> in.get();
            case 'q' -> memo.put(in.get() & 0xff, top());
            case 'r' -> memo.put(in.getInt(), top());
            case 0x94 -> memo.put(memo.size(), top());
            case 'h' -> push(remembered(in.get() & 0xff));
            case 'j' -> push(remembered(in.getInt()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean object(int instruction) {
        switch (instruction) {
            case 'c' -> push(new Named(line() + "." + line()));
            case 0x93 -> {
                var names = last(2);
                push(new Named(text(names.get(0)) + "." + text(names.get(1))));
            }
            case 'Q' -> push(new Persistent(pop()));
            case 'R', 0x81 -> {
                var call = last(2);
                push(call(call.get(0), call.get(1)));
            }
            // The state of an object that was never made is dropped.
            case 'b' -> pop();
            default -> {
                return false;
            }
        }
        return true;
    }

    private Object call(Object function, Object arguments) {
        if (!(function instanceof Named named) || !(arguments instanceof List<?> list)) {
            throw broken("it calls something that has no name");
        }
        return named.name().equals("collections.OrderedDict") && list.isEmpty()
                ? new LinkedHashMap<String, Object>()
                : new Call(named.name(), list);
    }

    private void putAll(List<Object> pairs) {
        if (!(top() instanceof LinkedHashMap<?, ?>) || pairs.size() % 2 != 0) {
            throw broken("it puts a value where no dictionary is");
        }
        @SuppressWarnings("unchecked") // only this class makes them, and with these types
        var map = (LinkedHashMap<String, Object>) top();
        for (var i = 0; i < pairs.size(); i += 2) {
            // A name is all that weights are found by; other keys (an optimiser's numbers) are kept as text.
            var key = pairs.get(i);
            map.put(
                    key instanceof String || key instanceof Long ? key.toString() : "(key " + map.size() + ")",
                    pairs.get(i + 1));
        }
    }

    private void addAll(List<Object> values) {
        if (!(top() instanceof ArrayList<?>)) {
            throw broken("it appends where no list is");
        }
        @SuppressWarnings("unchecked") // only this class makes them, and with these types
        var list = (ArrayList<Object>) top();
        list.addAll(values);
    }

    private Object remembered(int key) {
        var value = memo.get(key);
        if (value == null) {
            throw broken("it refers to a value that it has not stored");
        }
        return value;
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object top() {
        if (stack.isEmpty()) {
            throw broken("it takes more than it has put down");
        }
        return stack.get(stack.size() - 1);
    }

    private Object pop() {
        var value = top();
        stack.remove(stack.size() - 1);
        return value;
    }

    private List<Object> last(int count) {
        if (stack.size() < count) {
            throw broken("it takes more than it has put down");
        }
        var tail = stack.subList(stack.size() - count, stack.size());
        var values = List.copyOf(tail);
        tail.clear();
        return values;
    }

    private List<Object> sinceMark() {
        for (var i = stack.size() - 1; i >= 0; i--) {
            if (stack.get(i) == MARK) {
                var values = last(stack.size() - 1 - i);
                pop();
                return values;
            }
        }
        throw broken("it closes a group that it has not opened");
    }

    private byte[] bytes(int length) {
        if (length < 0 || length > in.remaining()) {
            throw broken("it claims a text of " + Integer.toUnsignedString(length) + " bytes, more than are left");
        }
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private String line() {
        var start = in.position();
        while (in.get() != '\n') {
            // A name ends with its line.
        }
        return new String(in.array(), start, in.position() - 1 - start, StandardCharsets.UTF_8);
    }

    private String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw broken("a name is not a text");
    }

    private Object integer(byte[] littleEndian) {
        if (littleEndian.length > 16) {
            throw broken("a number has " + littleEndian.length + " bytes");
        }
        var bigEndian = new byte[littleEndian.length];
        for (var i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = littleEndian[bigEndian.length - 1 - i];
        }
        var value = bigEndian.length == 0 ? BigInteger.ZERO : new BigInteger(bigEndian);
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }

    private NetworkException broken(String why) {
        return new NetworkException("The checkpoint's list of weights can't be read at byte " + in.position() + ": "
                + why + ". Download the file again, or save it with torch.save(model.state_dict(), …).");
    }
}
