package org.postern.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.Settings;
import org.postern.config.catalogue.SettingsCatalogue;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;

class CheckConfigurationTest {
    @Test
    void printsWhatIsGivenAsSystemProperties() throws IOException {
        String printed = CheckConfiguration.properties(
                new Settings(SettingsCatalogue.ALL, Map.of("listener.mx.port", "26", "db.password", " a=b\\c:ü")));
        assertThat(printed.lines()).hasSize(2).allMatch(line -> line.startsWith("postern."));
        Properties properties = new Properties();
        properties.load(new StringReader(printed));
        assertThat(properties).containsEntry("postern.listener.mx.port", "26")
                .containsEntry("postern.db.password", " a=b\\c:ü");
    }

    @Test
    void tellsTheStartScriptDefaultsAndSecrets() throws IOException {
        String printed = CheckConfiguration.defaults(SettingsCatalogue.ALL);
        assertThat(printed.lines())
                .contains("#postern.http.port=8080", "#postern.listener.lmtp.port=0", "#postern.db.url=",
                        "#secret postern.db.password", "#secret postern.tls.keystore-password")
                .noneMatch(line -> line.startsWith("#postern.db.password"));
        Properties properties = new Properties();
        properties.load(new StringReader(printed));
        assertThat(properties).isEmpty();
    }

    @Test
    void printsNothingWhenNothingIsGiven() {
        assertThat(CheckConfiguration.properties(new Settings(SettingsCatalogue.ALL, Map.of()))).isEmpty();
    }
}
