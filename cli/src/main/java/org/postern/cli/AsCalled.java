package org.postern.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** What is said to people of commands, with the program called as they call it: {@code ./postern} where it was built, {@code postern} where it is installed. */
final class AsCalled extends PrintWriter {
    static final String BUILT = "./postern";

    private final String name = System.getProperty("postern.called", BUILT);

    AsCalled(OutputStream out) {
        super(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(String text, int from, int length) {
        String said = text.substring(from, from + length).replace(BUILT, name);
        super.write(said, 0, said.length());
    }
}
