package org.postern.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.ConsoleSettings;
import org.postern.config.Origin;
import org.postern.config.ReceiverSettings;
import org.postern.config.Setting;
import org.postern.config.Settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Of each setting it is known what set it, also where the start script has handed everything on as system properties. */
class TellsWhereSettingsComeFromTest {
    private static final String FILE = "[listener.mx]\nport = 4\n[http]\nport = 5\n";
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();

    private Origin of(Setting<?> setting) {
        Reading reading = new ConfigurationReader(new Overrides(name -> Optional.ofNullable(properties.get(name)),
                name -> Optional.ofNullable(variables.get(name)))).read("gw.toml", FILE);
        Settings settings = ((Reading.Valid) reading).configuration().settings();
        return settings.origin(setting);
    }

    @Test
    void fileVariablePropertyAndDefaultAreTold() {
        variables.put("POSTERN_HTTP_PORT", "6");
        properties.put("postern.management.port", "7");
        assertThat(of(ReceiverSettings.MX_PORT)).isEqualTo(new Origin(Origin.Source.FILE, "gw.toml:2:1"));
        assertThat(of(ConsoleSettings.HTTP_PORT))
                .isEqualTo(new Origin(Origin.Source.ENVIRONMENT, "POSTERN_HTTP_PORT"));
        assertThat(of(ConsoleSettings.MANAGEMENT_PORT))
                .isEqualTo(new Origin(Origin.Source.PROPERTY, "postern.management.port"));
        assertThat(of(ConsoleSettings.HTTP_BIND)).isEqualTo(Origin.ofDefault());
    }

    @Test
    void whatTheStartScriptHandsOnIsOfTheFileOrTheEnvironment() {
        properties.putAll(Map.of("postern.checked", "true", "postern.listener.mx.port", "4", "postern.http.port", "6"));
        variables.put("POSTERN_HTTP_PORT", "6");
        assertThat(of(ReceiverSettings.MX_PORT).source()).isEqualTo(Origin.Source.FILE);
        assertThat(of(ConsoleSettings.HTTP_PORT).source()).isEqualTo(Origin.Source.ENVIRONMENT);
    }

    @Test
    void whatCountedAtTheStartCountsAlsoWhereTheFileSaysSomethingElseNow() {
        properties.putAll(Map.of("postern.checked", "true", "postern.listener.mx.port", "3"));
        assertThat(of(ReceiverSettings.MX_PORT).source()).isEqualTo(Origin.Source.PROPERTY);
    }
}
