package org.postern.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.Settings;
import org.postern.config.catalogue.SettingsCatalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

class CheckConfigurationTest {
    @Test
    void printsWhatIsGivenAsSystemProperties() throws IOException {
        String printed = CheckConfiguration.properties(
                new Settings(SettingsCatalogue.ALL, Map.of("listener.mx.port", "26", "db.password", " a=b\\c:ü")));
        assertThat(printed.lines()).hasSize(2).allMatch(line -> line.startsWith("postern."));
        assertThat(asTheServerReads(printed)).containsEntry("postern.listener.mx.port", "26")
                .containsEntry("postern.db.password", " a=b\\c:ü");
    }

    @Test
    void tellsTheServerWhereItsFileIsWhateverItsName() throws IOException {
        Path file = Path.of("Büro", "back\\slash", "ü.toml");
        assertThat(asTheServerReads(CheckConfiguration.place(file)))
                .containsOnly(Map.entry("postern.config", file.toAbsolutePath().toString()));
    }

    @Test
    void tellsTheStartScriptDefaultsAndSecrets() throws IOException {
        String printed = CheckConfiguration.defaults(SettingsCatalogue.ALL);
        assertThat(printed.lines())
                .contains("#postern.http.port=8080", "#postern.listener.lmtp.port=0", "#postern.db.url=",
                        "#secret postern.db.password", "#secret postern.tls.keystore-password")
                .noneMatch(line -> line.startsWith("#postern.db.password"));
        assertThat(asTheServerReads(printed)).isEmpty();
    }

    @Test
    void printsNothingWhenNothingIsGiven() {
        assertThat(CheckConfiguration.properties(new Settings(SettingsCatalogue.ALL, Map.of()))).isEmpty();
    }

    /** The server reads octets, which are ISO 8859-1 wherever nothing is escaped; the script and files hand on UTF-8. */
    private static Properties asTheServerReads(String printed) throws IOException {
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8)));
        return properties;
    }
}
