package org.ecgdistill.quantum.density;

import java.util.stream.IntStream;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.simulator.Inputs;

/**
 * A density matrix, element by element, before it is read; only tests look at it.
 *
 * @param re real parts, row by row
 * @param im imaginary parts
 * @param purity Tr ρ²
 */
public record DensityMatrix(double[][] re, double[][] im, double purity) {

    /** The state after a circuit with noise for one row of features. */
    public static DensityMatrix of(Circuit circuit, NoiseModel noise, double[] features, double[] parameters) {
        Inputs.require(circuit, features, 1, parameters);
        return of(new DensityMatrixSimulator(circuit, noise).run(features, 0, parameters), circuit.dimension());
    }

    /** ρ = 2⁻ⁿ Σ Tr(Pρ) P. A product P has one element per row: X and Y flip the bit, Y and Z give a factor. */
    private static DensityMatrix of(PauliState state, int dimension) {
        var re = new double[dimension][dimension];
        var im = new double[dimension][dimension];
        for (var index = 0; index < dimension * dimension; index++) {
            var x = 0;
            var z = 0;
            var ys = 0;
            for (var bit = 1; bit < dimension; bit *= 2) {
                var letter = index / (bit * bit) & 3;
                x |= letter == 1 || letter == 2 ? bit : 0;
                z |= letter >= 2 ? bit : 0;
                ys += letter == 2 ? 1 : 0;
            }
            for (var row = 0; row < dimension; row++) {
                var column = row ^ x;
                // Y = i X Z: a factor i for each Y, and −1 for each 1 of the column under Y or Z.
                var sign = Integer.bitCount(column & z) % 2 == 0 ? 1 : -1;
                var value = sign * state.coefficient(index) / dimension;
                switch (ys % 4) {
                    case 0 -> re[row][column] += value;
                    case 1 -> im[row][column] += value;
                    case 2 -> re[row][column] -= value;
                    default -> im[row][column] -= value;
                }
            }
        }
        var squares = IntStream.range(0, dimension * dimension)
                .mapToDouble(state::coefficient)
                .map(value -> value * value);
        return new DensityMatrix(re, im, squares.sum() / dimension);
    }
}
