package org.ecgdistill.nn;

/** A program that asks for PyTorch, and prints what the analyst would read. */
final class EngineStarter {

    private EngineStarter() {}

    public static void main(String[] arguments) {
        try {
            System.out.println("started " + Torch.version());
        } catch (NetworkException ex) {
            System.out.println(ex.getMessage());
        }
    }
}
