package org.postern.web.page.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.settings.SettingDesk;
import org.postern.web.page.Forms;

import java.util.List;

/** How the gateway is set, room by room; all settings, or those in which a text stands, or those that somebody has set. */
@Named
@RequestScoped
public class SettingsView {
    @Inject
    private SettingDesk desk;

    private String text = "";
    private boolean onlySet;
    private List<SettingLine> found;

    /**
     * Settings that belong together.
     *
     * @param settings at least one
     */
    public record Room(String title, List<SettingLine> settings) {}

    private List<SettingLine> found() {
        if (found == null) {
            found = desk.all()
                    .stream()
                    .filter(one -> one.set() || !onlySet)
                    .map(SettingLine::of)
                    .filter(line -> line.says(text))
                    .toList();
        }
        return found;
    }

    /** {@return those that are sought, room by room} */
    public List<Room> getRooms() {
        return found().stream()
                .map(SettingLine::room)
                .distinct()
                .map(title -> new Room(title, found().stream().filter(one -> one.room().equals(title)).toList()))
                .toList();
    }

    /** {@return how many are sought} */
    public int getCount() {
        return found().size();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = Forms.given(text);
    }

    public boolean isOnlySet() {
        return onlySet;
    }

    public void setOnlySet(boolean onlySet) {
        this.onlySet = onlySet;
    }
}
