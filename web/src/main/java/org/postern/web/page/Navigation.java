package org.postern.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;
import org.postern.web.text.Texts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which pages there are, area by area, for the role of whoever looks. */
@Named
@RequestScoped
public class Navigation {
    private static final List<Area> ALL = List.of(
            new Area("areaMail", page("dashboard"), ofDomains("messages"),
                    ofDomains("queues"), page("destinations"),
                    ofDomains("quarantine"), page("applications"),
                    page("dead-letters"), page("archive"), ofDomains("sink")),
            new Area("areaRouting", ofDomains("routes"), page("aliases"),
                    ofDomains("domains")),
            new Area("areaPolicy", page("rules"), page("lists"), page("greylist"),
                    page("simulator"), page("classifier")),
            new Area("areaReports", page("reports"), page("sent-reports"),
                    page("tls-sessions")),
            new Area("areaServer", page("server"), page("sessions"),
                    page("settings"),
                    page("configuration"), page("diagnosis"), page("header"),
                    page("start")),
            new Area("areaAccess", new Page("people", Role.ADMINISTRATOR, false), page("users"),
                    new Page("tokens", Role.ADMINISTRATOR, false), page("audit")));

    /**
     * A page that stands in the navigation.
     *
     * @param name as its address has it
     * @param needs the least role that it is for
     * @param ofDomains whether it is for who is limited to some domains, too
     */
    public record Page(String name, Role needs, boolean ofDomains) {
        /** {@return what it is called} */
        public String label() {
            return Texts.current().say("navigation." + key());
        }

        private String key() {
            return Pattern.compile("-(.)").matcher(name).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Pages that belong together.
     *
     * @param name of its text
     * @param pages at least one
     */
    public record Area(String name, List<Page> pages) {
        public Area {
            pages = List.copyOf(pages);
        }

        private Area(String name, Page... pages) {
            this(name, List.of(pages));
        }

        private Area of(Role role, boolean everywhere) {
            return new Area(name, pages.stream()
                    .filter(page -> role.covers(page.needs()) && (everywhere || page.ofDomains()))
                    .toList());
        }

        /** {@return what it is called} */
        public String label() {
            return Texts.current().say("navigation." + name);
        }

        /** {@return the page that comes first} */
        public String first() {
            return pages.getFirst().name();
        }

        private boolean has(String page) {
            return pages.stream().anyMatch(one -> one.name().equals(page));
        }
    }

    private static Page page(String name) {
        return new Page(name, Role.AUDITOR, false);
    }

    private static Page ofDomains(String name) {
        return new Page(name, Role.AUDITOR, true);
    }

    /** {@return the areas that have a page for this person} */
    public List<Area> getAreas() {
        Role role = Caller.current().map(Caller::role).orElse(Role.AUDITOR);
        boolean everywhere = Caller.ofWhom().isAll();
        return ALL.stream().map(area -> area.of(role, everywhere)).filter(area -> !area.pages().isEmpty()).toList();
    }

    /** {@return the page of the navigation that a page belongs to: a story stands behind the messages} */
    public String standsAt(String page) {
        return switch (page) {
            case "message" -> "messages";
            case "take-back" -> "audit";
            case "probe" -> "diagnosis";
            default -> page;
        };
    }

    /** {@return the label of the area of a page; empty if it stands in none} */
    public String areaOf(String page) {
        return find(page).map(Area::label).orElse("");
    }

    /** {@return the pages of the same area} */
    public List<Page> pagesBeside(String page) {
        return find(page).map(Area::pages).orElse(List.of());
    }

    private Optional<Area> find(String page) {
        return getAreas().stream().filter(area -> area.has(standsAt(page))).findFirst();
    }
}
