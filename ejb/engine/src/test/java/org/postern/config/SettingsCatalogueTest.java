package org.postern.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;

class SettingsCatalogueTest {
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
    void namesPropertyAndVariableAfterTheKey() {
        assertThat(SettingsCatalogue.RECEIVED_LIMIT.property()).isEqualTo("postern.policy.received-limit");
        assertThat(SettingsCatalogue.RECEIVED_LIMIT.variable()).isEqualTo("POSTERN_POLICY_RECEIVED_LIMIT");
    }

    @Test
    void whatIsGivenCountsMoreThanTheDefault() {
        Settings settings = new Settings(Map.of("policy.received-limit", "30"));
        assertThat(settings.get(SettingsCatalogue.RECEIVED_LIMIT)).isEqualTo(30);
        assertThat(Settings.defaults().get(SettingsCatalogue.RECEIVED_LIMIT)).isEqualTo(50);
        assertThat(settings.get(ReceiverSettings.MX_PORT)).isEqualTo(2525);
    }

    @Test
    void nothingBeyondTheLimitsIsTaken() {
        assertThatThrownBy(() -> new Settings(Map.of("policy.received-limit", "4")))
                .hasMessage("4 is not within 5 to 1000");
    }
}
