package org.postern.web.page.server;

import org.postern.admin.settings.SettingView;
import org.postern.web.text.Texts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A setting in the language of the page.
 *
 * @param limits of a value; empty if there are none
 */
public record SettingLine(SettingView setting, String room, String value, String type, String limits, String meaning) {
    static SettingLine of(SettingView setting) {
        Texts texts = Texts.current();
        return new SettingLine(setting, texts.translated("settingRooms", setting.room()), texts.said(setting.value()),
                texts.translated("settingTypes", setting.type()), texts.said(setting.limits()),
                texts.translated("settingMeanings", setting.meaning(), keys(setting.key()).toArray(String[]::new)));
    }

    /** {@return where its meaning stands: under its key, or under that of all listeners alike} */
    static List<String> keys(String key) {
        return List.of(key, key.replaceFirst("^listener\\.[^.]+\\.", "listener.*."));
    }

    /** {@return whether this text stands in it, as it is shown or in English} */
    boolean says(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(setting.key(), value, meaning, setting.meaning(), setting.place(), room, setting.room())
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
