package org.postern.web.page.parked;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.parked.DestinationDesk;
import org.postern.admin.parked.DestinationTls;
import org.postern.admin.parked.DestinationView;
import org.postern.admin.parked.OperationView;
import org.postern.admin.parked.TlsView;
import org.postern.delivery.gate.DoorView;
import org.postern.delivery.TlsSeen;
import org.postern.routing.Destination;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Where mail is headed: a page of all, and one of them. Each act ends with the page shown anew. */
@Named
@ViewScoped
public class DestinationsView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 50;
    private static final int HIGHEST = 100_000;
    private static final String MX = "mx:";

    @Inject
    private transient DestinationDesk desk;
    @Inject
    private transient DestinationTls sessions;

    private String after = "";
    private String name = "";
    private String concurrency = "";
    private String perMinute = "";
    private transient List<DestinationView> found;
    private transient TlsView tls;

    private List<DestinationView> found() {
        if (found == null) {
            found = desk.after(after, LINES + 1);
        }
        return found;
    }

    /** {@return those of this page} */
    public List<DestinationView> getShown() {
        return found().subList(0, Math.min(LINES, found().size()));
    }

    /** {@return the address of the next page; empty where there is none} */
    public String getNext() {
        return found().size() > LINES ? "destinations?after=" + Forms.encoded(getShown().getLast().destination()) : "";
    }

    /** {@return the hosts that keep mail waiting on this node} */
    public List<DoorView> getDoors() {
        return desk.doors();
    }

    private Optional<Destination> destination() {
        try {
            return Optional.of(Destination.parse(name));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Puts the limits that are set into the form. */
    public void load() {
        if (getOne() != null) {
            concurrency = text(getOne().concurrency());
            perMinute = text(getOne().perMinute());
        }
    }

    /** {@return the one that the address names; null, for the page, if it is none} */
    public DestinationView getOne() {
        return destination().map(desk::find).orElse(null);
    }

    /** {@return what was said last of what waits for it} */
    public List<String> getLastReplies() {
        return destination().map(desk::lastReplies).orElse(List.of());
    }

    /** {@return the domain whose TLS is told of elsewhere; empty for hosts} */
    public String getDomain() {
        return name.startsWith(MX) ? name.substring(MX.length()) : "";
    }

    /** {@return what is known of TLS with its servers; null, for the page, if it is no destination} */
    public TlsView getTls() {
        if (tls == null) {
            tls = destination().map(sessions::of).orElse(null);
        }
        return tls;
    }

    /** {@return whom the operator's table is for; empty where it is the usual} */
    public String getRule() {
        return getTls().rule().orElse("");
    }

    /** {@return the policy of the domain; null, for the page, where none is remembered} */
    public TlsView.Sts getSts() {
        return getTls().sts().orElse(null);
    }

    /** {@return the hosts that it names} */
    public String getHosts() {
        return String.join(" ", getSts().hosts());
    }

    /** {@return what was used; null, for the page, if nothing was} */
    public TlsSeen.Used used(TlsSeen server) {
        return server.used().orElse(null);
    }

    /** {@return what failed; null, for the page, if nothing did} */
    public TlsSeen.Failed failed(TlsSeen server) {
        return server.failed().orElse(null);
    }

    /** {@return protocol and cipher} */
    public String protocol(TlsSeen.Used used) {
        return used.tls().orElse(Texts.current().say("destinations.inTheClear"));
    }

    /** {@return a policy as files write it} */
    public String word(Enum<?> policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }

    /** {@return a limit in words} */
    public String text(OptionalInt limit) {
        return limit.isPresent() ? Integer.toString(limit.getAsInt()) : "";
    }

    /** {@return the address of the page of this one} */
    public String address(DestinationView view) {
        return "destination?name=" + Forms.encoded(view.destination());
    }

    /** Lets nothing be tried there. */
    public void pause() {
        destination().ifPresent(one -> desk.pause(one, Forms.person()));
        told("destinations.nothingIsTriedThere");
    }

    /** Goes on there. */
    public void resume() {
        Optional<OperationView> begun = destination().flatMap(one -> desk.resume(one, Forms.person()));
        told(begun.isPresent() ? "destinations.itGoesOn" : "destinations.itGoesOnInTime");
    }

    /** Tries all that was deferred there. */
    public void flush() {
        Optional<OperationView> begun = destination().flatMap(one -> desk.flush(one, Forms.person()));
        told(begun.isPresent() ? "destinations.deferredIsTried" : "destinations.tooManyOperations");
    }

    /** Sets the limits that the form has. */
    public void limit() {
        if (!isLimit(concurrency) || !isLimit(perMinute)) {
            Forms.tell(Optional.of(Texts.current().say("destinations.noLimitX", HIGHEST)), "");
            return;
        }
        destination().ifPresent(one -> desk.limit(one, number(concurrency), number(perMinute), Forms.person()));
        told("destinations.theLimitsAreSet");
    }

    private static boolean isLimit(String text) {
        return text.isBlank() || (text.strip().matches("[1-9]\\d{0,5}") && number(text).getAsInt() <= HIGHEST);
    }

    private static OptionalInt number(String text) {
        return text.isBlank() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.strip()));
    }

    private void told(String key) {
        Forms.tell(Optional.empty(), Texts.current().say(key));
        Forms.show("destination?name=" + Forms.encoded(name));
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Forms.given(after);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Forms.given(name);
    }

    public String getConcurrency() {
        return concurrency;
    }

    public void setConcurrency(String concurrency) {
        this.concurrency = Forms.given(concurrency);
    }

    public String getPerMinute() {
        return perMinute;
    }

    public void setPerMinute(String perMinute) {
        this.perMinute = Forms.given(perMinute);
    }
}
