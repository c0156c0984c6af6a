package org.postern.web.page.accounts;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.admin.people.DomainNames;
import org.postern.admin.programs.TokenDesk;
import org.postern.admin.programs.TokenView;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The tokens by which programs come in. The secret of a new one is shown by the next page, and by no other. */
@Named
@ViewScoped
public class TokensView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String MADE = "token";
    private static final String OF = "tokenOf";
    /** How long a token may last, in days, for people to choose from. */
    private static final List<Integer> DAYS = List.of(7, 30, 90, 180, (int) TokenDesk.LONGEST.toDays());

    @Inject
    private transient TokenDesk desk;
    @Inject
    private transient InstantSource clock;

    private String name = "";
    private String role = Role.AUDITOR.word();
    private String domains = DomainNames.ALL;
    private int days = 90;
    private transient List<TokenView> all;

    public List<TokenView> getAll() {
        if (all == null) {
            all = desk.all();
        }
        return all;
    }

    /** {@return whether its time is over} */
    public boolean isOver(TokenView token) {
        return !token.expires().isAfter(clock.instant());
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public List<Integer> getChoices() {
        return DAYS;
    }

    /** Makes a token, and shows its secret once. */
    public void make() {
        Optional<Role> wanted = Role.of(role);
        if (wanted.isEmpty() || !DAYS.contains(days)) {
            Forms.tell(Optional.of(Texts.current().say("tokens.chooseARole")), "");
            return;
        }
        try {
            String secret = desk.make(name.strip(), new Remit(wanted.get(), DomainNames.read(domains)),
                    clock.instant().plus(Duration.ofDays(days)));
            FacesContext.getCurrentInstance().getExternalContext().getFlash().put(MADE, secret);
            FacesContext.getCurrentInstance().getExternalContext().getFlash().put(OF, name.strip());
            Forms.show("tokens");
        } catch (IllegalArgumentException wrong) {
            Forms.tell(Optional.of(Forms.words(wrong)), "");
        }
    }

    /** Ends the token that the request names. */
    public void end() {
        String which = Forms.parameter(MADE);
        Forms.tell(desk.end(which), Texts.current().say("tokens.theTokenXHasEnded", which));
        Forms.show("tokens");
    }

    /** {@return the secret of the token that was just made; empty where none was} */
    public String getMade() {
        return flash(MADE);
    }

    /** {@return the name of the token that was just made} */
    public String getMadeOf() {
        return flash(OF);
    }

    private static String flash(String key) {
        return Forms.given((String) FacesContext.getCurrentInstance().getExternalContext().getFlash().get(key));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Forms.given(name);
    }

    /** {@return the domains that a token is limited to, with a space between each two} */
    public String domains(TokenView token) {
        return String.join(" ", token.domains().orElse(List.of(DomainNames.ALL)));
    }

    public String getDomains() {
        return domains;
    }

    public void setDomains(String domains) {
        this.domains = domains;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = Forms.given(role);
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
