package org.postern.web.page.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.admin.settings.SettingView;
import org.postern.config.Origin;
import org.postern.config.Setting;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.sentence.Sentence;
import org.postern.web.text.InLanguage;
import org.postern.web.text.Language;

/** A setting is shown and found in the language of the page. */
class SettingLineTest {
    private static SettingLine line(Language language, String key) throws Exception {
        Setting<?> setting = SettingsCatalogue.find(key).orElseThrow();
        SettingView view = new SettingView("Rates", key, Sentence.asItIs("set {0}"), Origin.Source.DEFAULT, "",
                setting.defaultText(), setting.type().name(), setting.type().limits(), setting.meaning(), false, false);
        return InLanguage.call(language, () -> SettingLine.of(view));
    }

    @Test
    void inGerman() throws Exception {
        SettingLine line = line(Language.GERMAN, "retry.schedule");
        assertThat(line.room()).isEqualTo("Raten");
        assertThat(line.type()).isEqualTo("Liste von Dauern");
        assertThat(line.limits()).isEqualTo("höchstens 50, je 1s bis 7d");
        assertThat(line.meaning()).startsWith("Wartezeiten nach dem ersten");
        assertThat(line.value()).isEqualTo("set {0}");
        assertThat(line.says("  WARTEZEITEN ")).isTrue();
        assertThat(line.says("waiting times")).isTrue();
        assertThat(line.says("raten")).isTrue();
        assertThat(line.says("nothing of this")).isFalse();
    }

    @Test
    void inEnglishAsItIsDeclared() throws Exception {
        SettingLine line = line(Language.ENGLISH, "retry.schedule");
        assertThat(line.type()).isEqualTo("list of duration");
        assertThat(line.limits()).isEqualTo("at most 50, each 1s to 7d");
        assertThat(line.meaning()).isEqualTo(line.setting().meaning());
        assertThat(line.says("Wartezeiten")).isFalse();
    }

    @Test
    void listenersShareTheirMeanings() throws Exception {
        assertThat(line(Language.GERMAN, "listener.lmtp.port").meaning())
                .isEqualTo(line(Language.GERMAN, "listener.mx.port").meaning())
                .startsWith("Port dieses Listeners");
        assertThat(line(Language.GERMAN, "listener.lmtp.port").limits()).isEqualTo("0 bis 65535");
        assertThat(line(Language.GERMAN, "listener.lmtp.bind").meaning()).contains("LMTP");
    }
}
