package org.ecgdistill.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.testing.Child;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A processor that hides the sizes of its caches, as some virtual machines do, on any Linux machine: in a copy of
 * PyTorch's library the function that tells the sizes answers 0. oneDNN then computes convolutions wrongly wherever
 * channels do not fill its blocks. And NNPACK, which asks for the caches too, refuses to work.
 */
@TestInstance(Lifecycle.PER_CLASS)
class HiddenCachesTest {

    /** dnnl::impl::cpu::platform::get_per_core_cache_size(int) */
    private static final String CACHE_SIZE = "_ZN4dnnl4impl3cpu8platform23get_per_core_cache_sizeEi";

    /** xor eax, eax; ret */
    private static final byte[] RETURN_NOTHING = {0x31, (byte) 0xc0, (byte) 0xc3};

    private static final String NNPACK = "nnp_initialize";

    /** mov eax, 51; ret: unsupported hardware */
    private static final byte[] RETURN_UNSUPPORTED = {(byte) 0xb8, 51, 0, 0, 0, (byte) 0xc3};

    private static final long ROOM = 1L << 30;

    private Path folder;

    @BeforeAll
    void hideTheCaches(@TempDir Path temporary) throws IOException {
        folder = temporary;
        assumeTrue(
                "Linux".equals(System.getProperty("os.name")) && "amd64".equals(System.getProperty("os.arch")),
                "skipped: the library is changed on x86-64 Linux only");
        assumeTrue(System.getenv("PYTORCH_LIBRARY_PATH") == null, "skipped: other libraries are asked for");
        assumeTrue(Files.getFileStore(temporary).getUsableSpace() > ROOM, "skipped: less than a gigabyte of room");
        Torch.version();
        var unpacked = Path.of(ai.djl.pytorch.jni.LibUtils.getLibtorchPath());
        var copy = folder.resolve(Utils.getEngineCacheDir("pytorch").getFileName())
                .resolve(unpacked.getFileName().toString());
        Files.createDirectories(copy);
        try (var files = Files.list(unpacked)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        var library = copy.resolve("libtorch_cpu.so");
        assumeTrue(change(library, CACHE_SIZE, RETURN_NOTHING), "skipped: this build of PyTorch lacks its symbols");
        change(library, NNPACK, RETURN_UNSUPPORTED);
    }

    @Test
    void filledBlocksAreRightWherePlainConvolutionsAreWrong() throws IOException {
        var said = plain();
        assertTrue(said.contains("own: right"), said);
        assertTrue(said.contains("warning: none"), said);
        // One line for each convolution of a single row, were it asked.
        assertFalse(said.contains("NNPACK"), said);
    }

    /** Were such a convolution asked for all the same, the start would notice and go on without oneDNN. */
    @Test
    void whatIsWrongIsComputedWithoutOneDnn() throws IOException {
        plain();
        var said = said("fallback");
        assertTrue(said.contains("without oneDNN"), said);
        assertTrue(said.contains("plain: right"), said);
    }

    /** Where nothing helps the start fails, and the next one has the oldest instructions, which are right here. */
    @Test
    void theNextStartUsesTheOldestInstructions() throws IOException {
        plain();
        var first = said("never");
        assertTrue(first.contains("computes this operation wrongly: sum. Restart KNIME"), first);
        var next = said("fallback");
        assertTrue(next.contains("with its oldest instruction set"), next);
        assertTrue(next.contains("plain: right"), next);
        var never = said("never");
        assertTrue(never.contains("sum. Its oldest instruction set does not help either"), never);
        try (var notes = Files.walk(folder)) {
            var note = notes.filter(path -> path.getFileName().toString().startsWith("safe-"))
                    .toList();
            assertEquals(1, note.size());
            Files.delete(note.get(0));
        }
    }

    /** The start as it is; what follows needs a oneDNN that is wrong without caches. */
    private String plain() throws IOException {
        var said = said("plain");
        assertTrue(said.contains("plain: "), said);
        assumeTrue(said.contains("plain: WRONG"), () -> "skipped: oneDNN is right without caches here: " + said);
        return said;
    }

    private String said(String what) throws IOException {
        var child = Child.of(List.of(), Start.class, what);
        child.environment().remove("DNNL_MAX_CPU_ISA");
        child.environment().put("DJL_CACHE_DIR", folder.toString());
        return Child.said(child.start());
    }

    /** Puts other code to where a function begins; false where the library does not say where that is. */
    private static boolean change(Path library, String function, byte[] code) throws IOException {
        try (var file = FileChannel.open(library, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var place = new Symbols(file).placeOf(function);
            if (place.isPresent()) {
                file.write(ByteBuffer.wrap(code), place.get());
            }
            return place.isPresent();
        }
    }

    /** The table of names in a library's file (ELF, 64 bits, little-endian). */
    private record Symbols(FileChannel file) {

        private static final int SYMBOL_TABLE = 2;
        private static final int SECTION = 64;
        private static final int SYMBOL = 24;

        Optional<Long> placeOf(String name) throws IOException {
            var head = read(0, SECTION);
            var count = head.getShort(60);
            var sections = read(head.getLong(40), count * SECTION);
            for (var i = 0; i < count; i++) {
                if (sections.getInt(i * SECTION + 4) == SYMBOL_TABLE) {
                    var names = sections.getInt(i * SECTION + 40) * SECTION;
                    return placeOf(
                            name,
                            read(sections.getLong(i * SECTION + 24), (int) sections.getLong(i * SECTION + 32)),
                            read(sections.getLong(names + 24), (int) sections.getLong(names + 32)));
                }
            }
            return Optional.empty();
        }

        /** Code lies in the file where it lies in memory: the first segment begins at 0 in both. */
        private static Optional<Long> placeOf(String name, ByteBuffer symbols, ByteBuffer names) {
            var wanted = (name + '\0').getBytes(StandardCharsets.US_ASCII);
            for (var at = 0; at < symbols.limit(); at += SYMBOL) {
                var start = symbols.getInt(at);
                var isIt = start + wanted.length <= names.limit();
                for (var i = 0; isIt && i < wanted.length; i++) {
                    isIt = names.get(start + i) == wanted[i];
                }
                if (isIt) {
                    return Optional.of(symbols.getLong(at + 8));
                }
            }
            return Optional.empty();
        }

        private ByteBuffer read(long from, int bytes) throws IOException {
            return file.map(FileChannel.MapMode.READ_ONLY, from, bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** Starts the engine and says how a convolution of 28 channels comes out, asked plainly and asked our way. */
    static final class Start {

        private static final int[] SIZES = {5, 28, 33, 28, 3};
        private static final Convolution.Geometry STEP = new Convolution.Geometry(1, 1, 1, 1);

        public static void main(String[] arguments) {
            System.setProperty("ai.djl.offline", "true");
            System.setProperty("OPT_OUT_TRACKING", "true");
            var plain = convolution("plain", Start::plain);
            var own = convolution("own", in -> Convolution.of(in.get(0), in.get(1), in.get(2), STEP));
            var proven =
                    switch (arguments[0]) {
                        case "fallback" -> List.of(plain);
                        case "never" ->
                            List.of(new EngineProof.Operation(
                                    "sum",
                                    List.of(EngineProof.Input.given(3)),
                                    in -> in.get(0).add(in.get(0)),
                                    in -> new double[3]));
                        default -> NetworkOperations.all();
                    };
            try {
                var start = EngineStart.of("PyTorch", proven);
                System.out.println("warning: " + start.warning().orElse("none"));
                for (var operation : List.of(plain, own)) {
                    try (var arrays = Torch.arrays(ai.djl.Device.cpu())) {
                        var wrong = EngineProof.wrong(arrays, List.of(operation));
                        System.out.println(operation.name() + ": " + (wrong.isEmpty() ? "right" : "WRONG"));
                    }
                }
                single();
            } catch (NetworkException ex) {
                System.out.println(ex.getMessage());
            }
        }

        /** Small convolutions of one row, which PyTorch offers to NNPACK. */
        private static void single() {
            try (var arrays = Torch.arrays(ai.djl.Device.cpu())) {
                for (var i = 0; i < 10; i++) {
                    plain(List.of(
                            arrays.ones(new Shape(1, 16, 32)),
                            arrays.ones(new Shape(16, 16, 1)),
                            arrays.ones(new Shape(16))));
                }
            }
        }

        private static EngineProof.Operation convolution(
                String name, java.util.function.Function<List<NDArray>, NDArray> engine) {
            return new EngineProof.Operation(
                    name,
                    List.of(
                            EngineProof.Input.learnt(SIZES[0], SIZES[1], SIZES[2]),
                            EngineProof.Input.learnt(SIZES[3], SIZES[1], SIZES[4]),
                            EngineProof.Input.learnt(SIZES[3])),
                    engine,
                    in -> PlainLoops.convolution(in.get(0), in.get(1), in.get(2), SIZES, STEP));
        }

        private static NDArray plain(List<NDArray> in) {
            var padding = in.get(1).getShape().get(2) / 2;
            return in.get(0)
                    .getNDArrayInternal()
                    .convolution(in.get(0), in.get(1), in.get(2), new Shape(1), new Shape(padding), new Shape(1), 1)
                    .get(0);
        }
    }
}
