package org.postern.config.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.config.ReceiverSettings;
import org.postern.config.Setting;
import org.postern.config.Settings;
import org.postern.policy.check.PolicySettings;
import org.postern.receiver.ListenerSetting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class SettingsCatalogueTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    static List<Setting<?>> all() {
        return SettingsCatalogue.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyDefaultIsWithinItsOwnLimits(Setting<?> setting) {
        assertThatCode(setting::defaultValue).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyKeyIsLowerCaseAndEveryMeaningASentence(Setting<?> setting) {
        assertThat(setting.key()).matches("[a-z]+([.-][a-z]+)*");
        assertThat(setting.meaning()).endsWith(".");
    }

    @Test
    void noKeyAndNoVariableStandsTwice() {
        assertThat(all().stream().map(Setting::key)).doesNotHaveDuplicates();
        assertThat(all().stream().map(Setting::variable)).doesNotHaveDuplicates();
    }

    @Test
    void noRoomsSettingsAreForgotten() throws IOException, ReflectiveOperationException {
        List<Setting<?>> declared = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(file -> file.toString().endsWith("Settings.java")).toList()) {
                if (Files.readString(source).contains("SettingList LIST")) {
                    declared.addAll(settingsOf(source));
                }
            }
        }
        assertThat(all()).containsExactlyInAnyOrderElementsOf(declared);
    }

    private static List<Setting<?>> settingsOf(Path source) throws ReflectiveOperationException {
        String name = SOURCES.relativize(source).toString().replace(".java", "").replace('/', '.');
        return ((List<?>) Class.forName(name).getField("ALL").get(null)).stream()
                .<Setting<?>>map(Setting.class::cast)
                .toList();
    }

    @Test
    void whatListenersReadHasTheSameDefaultAndRangeThere() {
        for (ListenerSetting shared : ListenerSetting.values()) {
            Setting<?> setting = SettingsCatalogue.find(shared.key()).orElseThrow();
            assertThat(setting.defaultText()).isEqualTo(shared.byDefault());
            shared.range().ifPresent(range -> assertThat(setting.type().limits()).hasToString(range.toString()));
        }
    }

    @Test
    void namesPropertyAndVariableAfterTheKey() {
        assertThat(PolicySettings.RECEIVED_LIMIT.property()).isEqualTo("postern.policy.received-limit");
        assertThat(PolicySettings.RECEIVED_LIMIT.variable()).isEqualTo("POSTERN_POLICY_RECEIVED_LIMIT");
    }

    @Test
    void whatIsGivenCountsMoreThanTheDefault() {
        Settings settings = new Settings(SettingsCatalogue.ALL, Map.of("policy.received-limit", "30"));
        assertThat(settings.get(PolicySettings.RECEIVED_LIMIT)).isEqualTo(30);
        assertThat(new Settings(SettingsCatalogue.ALL, Map.of()).get(PolicySettings.RECEIVED_LIMIT)).isEqualTo(50);
        assertThat(settings.get(ReceiverSettings.MX_PORT)).isEqualTo(2525);
    }

    @Test
    void nothingBeyondTheLimitsIsTaken() {
        assertThatThrownBy(() -> new Settings(SettingsCatalogue.ALL, Map.of("policy.received-limit", "4")))
                .hasMessage("4 is not within 5 to 1000");
    }
}
