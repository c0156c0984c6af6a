package org.postern.web.page.routes;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.routes.RouteDesk;
import org.postern.routing.StoredRoute;
import org.postern.sentence.Sentence;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;

/**
 * Routes: those of the database, those of the file behind them, and where mail would go. Each act ends with the page shown anew, at the
 * route it was about.
 */
@Named
@ViewScoped
public class RoutesView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 100;

    @Inject
    private transient RouteDesk desk;

    private int page = 1;
    private String from = "";
    private String to = "";
    private String by = "";
    private transient List<StoredRoute> all;

    private List<StoredRoute> all() {
        if (all == null) {
            all = desk.all();
        }
        return all;
    }

    /** {@return those of this page} */
    public List<StoredRoute> getRoutes() {
        int first = (shown() - 1) * LINES;
        return all().subList(first, Math.min(first + LINES, all().size()));
    }

    private int shown() {
        return Math.clamp(page, 1, getPages());
    }

    public int getPages() {
        return pages(all().size());
    }

    static int pages(int routes) {
        return Math.max(1, (routes + LINES - 1) / LINES);
    }

    public List<Sentence> getOfFile() {
        return desk.ofFile();
    }

    public List<String> getListeners() {
        return desk.listeners();
    }

    /** {@return where the mail that was asked about would go; nothing where nothing was asked} */
    public List<Sentence> getForecast() {
        return to.isBlank() ? List.of() : desk.forecast(from.strip(), to, by.strip());
    }

    /** Enables or disables the route that the request names. */
    public void toggle() {
        long id = Forms.number("route");
        boolean enable = Forms.parameter("enable").equals("true");
        Forms.tell(desk.enable(id, enable, Forms.person()),
                Texts.current().say(enable ? "routes.routeXIsEnabled" : "routes.routeXIsDisabled", id));
        showAt(id);
    }

    /** Deletes the route that the request names. */
    public void delete() {
        long id = Forms.number("route");
        Forms.tell(desk.delete(id), Texts.current().say("routes.routeXIsDeleted", id));
        showAt(0);
    }

    /** Lets the route that the request names count before the one that stands before it. */
    public void up() {
        long id = Forms.number("route");
        List<StoredRoute> now = desk.all();
        int at = now.stream().map(StoredRoute::id).toList().indexOf(id);
        if (at > 0) {
            long before = now.get(at - 1).id();
            Forms.tell(desk.moveBefore(id, before), Texts.current().say("routes.routeXCountsBeforeX", id, before));
        }
        showAt(id);
    }

    private void showAt(long id) {
        Forms.show("routes?page=" + page + (id == 0 ? "" : "#route-" + id));
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = Forms.given(from);
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = Forms.given(to);
    }

    public String getBy() {
        return by;
    }

    public void setBy(String by) {
        this.by = Forms.given(by);
    }
}
