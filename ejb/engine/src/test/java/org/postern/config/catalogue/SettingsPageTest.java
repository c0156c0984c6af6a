package org.postern.config.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.Setting;
import org.postern.config.SettingType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Holds {@code docs/settings.md} and the catalogue together. */
class SettingsPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "settings.md");
    private static final Path WANTED = Path.of("target", "settings.md");
    private static final String START = "| key | value | default | counts | meaning |\n|---|---|---|---|---|\n";

    @Test
    void thePageShowsTheCatalogue() throws IOException {
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(START) + START.length());
        String wanted = head + SettingsCatalogue.ALL.stream().map(SettingsPageTest::row).collect(Collectors.joining());
        Files.writeString(WANTED, wanted);
        assertThat(page).as("cp ejb/engine/%s docs/settings.md", WANTED).isEqualTo(wanted);
    }

    private static String row(Setting<?> setting) {
        String limits = setting.type().limits().equals(SettingType.UNLIMITED) ? "" : ": " + setting.type().limits();
        String usual = setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
        return "| `" + setting.key() + "` | " + setting.type().name() + limits + " | " + usual + " | "
                + (setting.live() ? "at once" : "after a restart") + " | " + setting.meaning()
                + " |\n";
    }
}
