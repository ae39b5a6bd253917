package org.ecgdistill.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The engine agrees with plain loops in every kind of operation, and the proof notices where it does not. */
class EngineProofTest {

    @TestFactory
    List<DynamicTest> theEngineIsRight() {
        return NetworkOperations.all().stream()
                .map(operation -> DynamicTest.dynamicTest(
                        operation.name(), () -> assertEquals(Optional.empty(), wrong(operation))))
                .toList();
    }

    @TestFactory
    List<DynamicTest> aWrongNumberIsNoticed() {
        return NetworkOperations.all().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    var one = changed(operation, y -> y.concat(y, 0)
                            .get("1:" + (y.getShape().get(0) + 1)));
                    assertEquals(Optional.of(operation.name()), wrong(one));
                    var undefined = changed(operation, y -> y.sub(y).div(y.sub(y)));
                    assertEquals(Optional.of(operation.name()), wrong(undefined));
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> aWrongGradientOfRightNumbersIsNoticed() {
        return NetworkOperations.all().stream()
                .filter(operation -> operation.inputs().stream().anyMatch(EngineProof.Input::isLearnt))
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    // (y + y) - y, of which the last is a constant to the gradient
                    var twice = changed(operation, y -> y.add(y).sub(y.stopGradient()));
                    assertEquals(Optional.of(operation.name()), wrong(twice));
                }))
                .toList();
    }

    private static EngineProof.Operation changed(EngineProof.Operation operation, UnaryOperator<NDArray> change) {
        return new EngineProof.Operation(
                operation.name(),
                operation.inputs(),
                in -> change.apply(operation.engine().apply(in)),
                operation.loops());
    }

    private static Optional<String> wrong(EngineProof.Operation operation) {
        return Torch.call(() -> {
            try (var arrays = Torch.arrays(Device.cpu())) {
                return EngineProof.wrong(arrays, List.of(operation));
            }
        });
    }
}
