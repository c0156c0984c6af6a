package org.postern.web.page.domains;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.domains.DomainDesk;
import org.postern.admin.domains.DomainRecord;
import org.postern.admin.domains.DomainRoute;
import org.postern.admin.domains.KeyDesk;
import org.postern.admin.domains.KeyView;
import org.postern.admin.domains.RecordDesk;
import org.postern.signing.KeyState;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** One domain. Each act on its keys ends with the page shown anew, and the DNS asked anew. */
@Named
@ViewScoped
public class DomainView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String SELECTOR = "selector";

    @Inject
    private transient DomainDesk domains;
    @Inject
    private transient KeyDesk desk;
    @Inject
    private transient RecordDesk recordDesk;

    private String name = "";
    private transient List<KeyView> keys;
    private transient List<DomainRecord> records;

    /** Shows the list if there is no such name. */
    public void load() {
        Optional<String> known = domains.name(name);
        known.ifPresentOrElse(one -> name = one, () -> {
            Forms.tell(Optional.of(Texts.current().say("domains.notADomainNameX", name)), "");
            Forms.show("domains");
        });
    }

    public List<DomainRoute> getRoutes() {
        return domains.routesOf(name);
    }

    /** {@return the records that ought to be, each with what the DNS says now} */
    public List<DomainRecord> getRecords() {
        if (records == null) {
            records = recordDesk.of(name);
        }
        return records;
    }

    public List<KeyView> getKeys() {
        if (keys == null) {
            keys = desk.of(name);
        }
        return keys;
    }

    /** {@return whether there are keys to switch to} */
    public boolean isWaiting() {
        return getKeys().stream().anyMatch(key -> mayForget(key) && key.state() != KeyState.RETIRED);
    }

    /** {@return whether a key signs nothing, and nobody needs its signatures} */
    public boolean mayForget(KeyView key) {
        return switch (key.state()) {
            case MADE, PUBLISHED, RETIRED -> true;
            case ACTIVE, RETIRING -> false;
        };
    }

    public void make() {
        Forms.tell(desk.make(name, Forms.person()),
                Texts.current().say("domains.keysAreMade"));
        again();
    }

    public void switchOver() {
        Forms.tell(desk.switchOver(name, Forms.person()), Texts.current().say("domains.theNewKeysSign"));
        again();
    }

    /** Retires the key that the request names, before its time where it says so. */
    public void retire() {
        String selector = Forms.parameter(SELECTOR);
        boolean atOnce = Forms.parameter("now").equals("true");
        Forms.tell(desk.retire(name, selector, atOnce, Forms.person()),
                Texts.current().say(atOnce ? "domains.theKeyXIsRetired" : "domains.theKeyXGoesOutOfService", selector));
        again();
    }

    /** Forgets the key that the request names. */
    public void forget() {
        String selector = Forms.parameter(SELECTOR);
        Forms.tell(desk.forget(name, selector), Texts.current().say("domains.theKeyXIsForgotten", selector));
        again();
    }

    private void again() {
        Forms.show("domain?name=" + Forms.encoded(name));
    }

    /** {@return the class of colour that goes with it} */
    public String tone(KeyState state) {
        return switch (state) {
            case MADE -> "wait";
            case PUBLISHED -> "calm";
            case ACTIVE -> "good";
            case RETIRING, RETIRED -> "dim";
        };
    }

    /** {@return the class of colour that goes with it} */
    public String standingTone(DomainRecord line) {
        return switch (line.now().state()) {
            case THERE -> "good";
            case DIFFERS -> "bad";
            case MISSING -> "wait";
            case UNKNOWN -> "dim";
        };
    }

    /** {@return a record as a line of a zone file; the address and the text of what is no record} */
    public String zoneLine(DomainRecord line) {
        return line.type().equals("policy")
                ? line.value()
                : line.name() + ". IN " + line.type() + " " + line.value();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Forms.given(name);
    }
}
