package org.postern.it.applications;

import org.postern.it.harness.Commands;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.WorkFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The folder in which a developer of applications sits: a checkout, with the data of a running gateway in its place. What he types is done there. */
final class Desk implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("postern.root"));
    private static final Map<String, String> PATH = Map.of("PATH",
            System.getProperty("java.home") + "/bin:" + System.getenv("PATH"));

    private final WorkFolder folder = WorkFolder.in(ROOT.resolve("src-it/target"), "desk-");
    private final Gateway gateway;

    Desk(Gateway gateway) {
        this.gateway = gateway;
        try {
            for (String part : List.of("postern", "ear", "ejb", "docs", "resource-adapter", "src-it")) {
                Files.createSymbolicLink(folder.path().resolve(part), ROOT.resolve(part));
            }
            Files.createSymbolicLink(folder.path().resolve(".data"), gateway.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return folder.path();
    }

    /** Puts a file there. */
    void put(String name, String text) {
        try {
            Files.writeString(folder.path().resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what is in the files of a folder there} */
    List<String> texts(String name) {
        try (var files = Files.list(folder.path().resolve(name))) {
            return files.map(Desk::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types these lines into a shell, word for word but for the ports, which are those of this gateway; {@return what they printed}. */
    String type(String lines) {
        return Commands.run(List.of("sh", "-euc", "cd '" + folder.path() + "'\n" + here(lines)), PATH, "");
    }

    private String here(String lines) {
        return lines.replace("127.0.0.1:2525", "127.0.0.1:" + gateway.smtp())
                .replace("127.0.0.1:8080", "127.0.0.1:" + gateway.http());
    }

    /** Types these lines into a shell, of which the last one starts a program that does not end by itself. */
    RunningProgram start(String lines) {
        int last = lines.strip().lastIndexOf('\n') + 1;
        return RunningProgram.start(folder.path(), here(lines.substring(0, last) + "exec " + lines.substring(last)),
                PATH);
    }

    /** Compiles a class, alone or with others that lie there, packs it into a jar and deploys that beside the gateway, as the page shows it. */
    void deploy(String jar, String... sources) {
        type("""
                APIS=ear/target/server/modules/system/layers/base/jakarta
                javac -cp "$(find $APIS -name '*.jar' | paste -sd: -)" -d %1$s %2$s
                jar --create --file %1$s.jar -C %1$s .
                cp %1$s.jar .data/deployments/
                """.formatted(jar, String.join(" ", sources)));
    }

    @Override
    public void close() {
        folder.close();
    }
}
