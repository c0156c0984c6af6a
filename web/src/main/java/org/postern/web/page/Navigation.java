package org.postern.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;

import java.util.List;
import java.util.Optional;

/** Which pages there are, area by area, for the role of whoever looks. */
@Named
@RequestScoped
public class Navigation {
    private static final List<Area> ALL = List.of(
            new Area("Mail", page("dashboard", "Dashboard"), ofDomains("messages", "Messages"),
                    ofDomains("queues", "Queues"), page("destinations", "Destinations"),
                    ofDomains("quarantine", "Quarantine"), page("applications", "Applications"),
                    page("dead-letters", "Dead letters")),
            new Area("Routing", ofDomains("routes", "Routes"), page("aliases", "Aliases"),
                    ofDomains("domains", "Domains")),
            new Area("Policy", page("rules", "Rules"), page("lists", "Lists"), page("greylist", "Greylist"),
                    page("simulator", "Simulator"), page("classifier", "Classifier")),
            new Area("Reports", page("reports", "Received"), page("sent-reports", "Sent"),
                    page("tls-sessions", "TLS to others")),
            new Area("Server", page("server", "Listeners"), page("sessions", "Sessions"),
                    page("settings", "Settings"),
                    page("configuration", "Configuration"), page("diagnosis", "Diagnosis"), page("header", "Header"),
                    page("start", "First steps")),
            new Area("Access", new Page("people", "People", Role.ADMINISTRATOR, false), page("users", "Mail users"),
                    new Page("tokens", "Tokens", Role.ADMINISTRATOR, false), page("audit", "Audit")));

    /**
     * A page that stands in the navigation.
     *
     * @param name as its address has it
     * @param needs the least role that it is for
     * @param ofDomains whether it is for who is limited to some domains, too
     */
    public record Page(String name, String label, Role needs, boolean ofDomains) {}

    /**
     * Pages that belong together.
     *
     * @param pages at least one
     */
    public record Area(String label, List<Page> pages) {
        public Area {
            pages = List.copyOf(pages);
        }

        private Area(String label, Page... pages) {
            this(label, List.of(pages));
        }

        private Area of(Role role, boolean everywhere) {
            return new Area(label, pages.stream()
                    .filter(page -> role.covers(page.needs()) && (everywhere || page.ofDomains()))
                    .toList());
        }

        /** {@return the page that comes first} */
        public String first() {
            return pages.getFirst().name();
        }

        private boolean has(String page) {
            return pages.stream().anyMatch(one -> one.name().equals(page));
        }
    }

    private static Page page(String name, String label) {
        return new Page(name, label, Role.AUDITOR, false);
    }

    private static Page ofDomains(String name, String label) {
        return new Page(name, label, Role.AUDITOR, true);
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
