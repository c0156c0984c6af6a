package org.postern.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What docs/applications/client.md says of the jar; its code is run beside a gateway. */
class ClientPageTest {
    private static final Path PAGE = Path.of("../../docs/applications/client.md");
    private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("runs on Java (\\d+) and later");
    /** The version of class files that Java 1.0 would have had, counted backwards from all that followed. */
    private static final int BEFORE_JAVA_1 = 44;

    private static String only(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).findFirst().orElseThrow();
    }

    @Test
    void theDependencyIsThatOfThePom() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        List<String> lines = only(XML).lines().filter(line -> line.startsWith("  ")).map(String::strip).toList();
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(pom).contains(line));
    }

    @Test
    void classesAreForTheJavaThatIsNamed() throws IOException {
        int named = Integer.parseInt(only(JAVA));
        for (Class<?> one : List.of(DeliveredMail.class, SubmissionBuilder.class, EventReader.class)) {
            try (DataInputStream octets = new DataInputStream(
                    one.getResourceAsStream(one.getSimpleName() + ".class"))) {
                octets.skipNBytes(6);
                assertThat(octets.readUnsignedShort() - BEFORE_JAVA_1).isEqualTo(named);
            }
        }
    }
}
