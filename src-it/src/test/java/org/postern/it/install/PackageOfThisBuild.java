package org.postern.it.install;

import org.postern.it.harness.Commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Debian package, made by the command that people have for it. */
final class PackageOfThisBuild {
    private static final Path CHECKOUT = Path.of(System.getProperty("postern.root"));

    private PackageOfThisBuild() {}

    /** {@return whether one can be made here} */
    static boolean isPossible() {
        return Commands.exists("dpkg-deb");
    }

    static void make(String version, Path file) {
        Commands.run(List.of(CHECKOUT.resolve("postern").toString(), "package", version, file.toString()));
    }

    /** Makes one that stands for the Java of this machine, whoever has put it there. */
    static void makeJava(Path folder, Path file) throws IOException {
        Path control = Files.createDirectories(folder.resolve("DEBIAN")).resolve("control");
        Files.writeString(control, """
                Package: java-of-this-machine
                Version: 1
                Architecture: all
                Maintainer: nobody <nobody@test.example>
                Provides: java25-runtime-headless
                Description: says that there is Java
                """);
        Commands.run(List.of("dpkg-deb", "--build", folder.toString(), file.toString()));
    }

    /** {@return the commands of the read-me under this heading} */
    static List<String> commandsOfTheReadMe(String heading) throws IOException {
        String readMe = Files.readString(CHECKOUT.resolve("README.md"));
        String section = readMe.substring(readMe.indexOf("\n## " + heading + "\n") + 1).split("\n## ", 2)[0];
        return section.lines().filter(line -> line.startsWith("    ")).map(String::strip).toList();
    }
}
